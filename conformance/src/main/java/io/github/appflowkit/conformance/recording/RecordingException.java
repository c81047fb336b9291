package io.github.appflowkit.conformance.recording;

import java.io.IOException;

/** A recording cannot be read or made: its message names the file, the place in it and what is wrong, on one line. */
public final class RecordingException extends IOException {
    private static final long serialVersionUID = 1L;

    RecordingException(String message) {
        super(message);
    }
}
