package io.github.appflowkit.conformance.steps;

/** The regions of requests, which their signatures name. */
final class Regions {
    private Regions() {}

    /** A region that the run does not use otherwise. */
    static String other(Run run) {
        requireSignature(run);
        return run.region().equals("eu-west-1") ? "us-west-2" : "eu-west-1";
    }

    static void requireSignature(Run run) {
        World.prerequisite(
                run.sender().signs(), "needs signed requests, whose signature names the region: do without --unsigned");
    }
}
