package io.github.appflowkit.conformance.proof;

/** Finds a fault by what it is called. */
public final class NamedFault {
    private NamedFault() {}

    public static Fault of(String name) {
        return Faults.all().stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no fault is called " + name));
    }
}
