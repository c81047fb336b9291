package io.github.appflowkit.conformance.junit;

/** A caller that has nothing on its class path but the jar. */
final class AssertionOnly {
    private AssertionOnly() {}

    public static void main(String[] endpoint) {
        AppFlowConformance.of(endpoint[0]).rules("stop-flow.again").assertConformant();
        System.out.println("conformant");
    }
}
