package io.github.appflowkit.benchmark;

/** Tells on the standard error stream how far a measurement is. */
final class Progress {
    private Progress() {}

    static void say(String line) {
        System.err.println(line);
    }
}
