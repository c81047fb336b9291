package io.github.appflowkit.conformance.setup;

/** What the status of an answer says of a resource that was to be made. */
final class Refusal {
    private static final int NOT_IMPLEMENTED = 501;

    private Refusal() {}

    /** Whether nothing can have been made; after any other status that is no success, something may have been. */
    static boolean isClear(int status) {
        return status / 100 == 4 || status == NOT_IMPLEMENTED;
    }
}
