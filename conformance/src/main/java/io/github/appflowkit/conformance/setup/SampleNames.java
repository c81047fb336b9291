package io.github.appflowkit.conformance.setup;

import java.util.Set;

/**
 * The names that stand in the documented samples. They are the same in every run, so that a resource of such a name may
 * be somebody else's; every other name that a run gives is its own.
 */
public final class SampleNames {
    private static final Set<String> ALL = Set.of("testMarketoProfile", "myTestFlow1", "name", "test_flow_ondemand_1");

    private SampleNames() {}

    /** Whether a documented sample has the name. */
    public static boolean contains(String name) {
        return ALL.contains(name);
    }
}
