package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.target.Header;

/** What requests to a state control API bear, where it wants that rather than a signature. */
public record ControlToken(String value) {
    Header header() {
        return new Header("Authorization", "Bearer " + value);
    }

    /** Nothing of it, so that no message or list of options shows it. */
    @Override
    public String toString() {
        return Header.MASK;
    }
}
