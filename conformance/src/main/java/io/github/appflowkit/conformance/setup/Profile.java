package io.github.appflowkit.conformance.setup;

/**
 * A connector profile at the target.
 *
 * @param name its name
 * @param region the region that it is in
 */
public record Profile(String name, String region) implements Resource {
    /** The profile in words, as reports tell it. */
    @Override
    public String toString() {
        return "the profile " + name + " in " + region;
    }
}
