package io.github.appflowkit.conformance.proof;

import java.io.IOException;

/** What came over a connection is no HTTP request. */
final class MalformedRequestException extends IOException {

    private static final long serialVersionUID = 1;

    MalformedRequestException(String message) {
        super(message);
    }
}
