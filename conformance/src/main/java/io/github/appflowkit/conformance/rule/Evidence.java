package io.github.appflowkit.conformance.rule;

import java.util.Locale;

/** What a rule rests on. */
public enum Evidence {
    /** The prose, a type, a constraint or a table of a reference page. */
    DOCUMENTED,
    /** An example of a reference page. */
    SAMPLE,
    /** The restJson1 protocol. */
    PROTOCOL,
    /** What the AWS SDKs and the AWS CLI need. */
    CLIENT,
    /** A decision of this project where the sources disagree or say nothing. */
    DECISION;

    /** The evidence as tags and reports spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
