package io.github.appflowkit.conformance.rule;

import java.util.Locale;

/** How binding a rule is, which decides what breaking it means. */
public enum Level {
    /** Documented, or the protocol cannot work without it: breaking it fails. */
    MUST,
    /** Protocol text or common client behaviour that the documentation does not mention: breaking it warns. */
    SHOULD,
    /** Silent or contradictory: never judged, only recorded. */
    MAY;

    /** The level as tags and reports spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
