package io.github.appflowkit.conformance.steps;

/** A region that the run does not use otherwise. */
final class Regions {
    private Regions() {}

    static String other(Run run) {
        return run.region().equals("eu-west-1") ? "us-west-2" : "eu-west-1";
    }
}
