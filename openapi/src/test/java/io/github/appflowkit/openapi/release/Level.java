package io.github.appflowkit.openapi.release;

import java.util.Locale;

/** How much a change asks of those who rely on the contract, and so which number of its version has to rise. */
public enum Level {
    /** Nobody notices: words and examples. */
    PATCH,
    /** Something is added; what was right stays right. */
    MINOR,
    /** What was right by the released contract no longer is. */
    MAJOR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
