package io.github.appflowkit.conformance.setup;

/** What can be put at a target. */
public sealed interface Resource permits Flow, Profile {
    /** Its name. */
    String name();

    /** The region that it is in. */
    String region();

    /** Which resource it is. */
    String title();
}
