package io.github.appflowkit.conformance.rule;

import java.util.List;

/** The features do not make a catalogue: each message names the feature, the line and what is wrong there. */
public final class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CatalogueException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
