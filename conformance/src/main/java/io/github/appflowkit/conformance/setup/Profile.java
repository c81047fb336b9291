package io.github.appflowkit.conformance.setup;

/**
 * A connector profile at the target.
 *
 * @param name its name
 * @param region the region that it is in
 */
public record Profile(String name, String region) implements Resource {
    /** What there is to know of it in a sentence; reports tell its region where it matters. */
    public String sentence() {
        return "the profile " + name + " exists";
    }

    @Override
    public String title() {
        return "the profile " + name + " in " + region;
    }

    /** The profile in words, as reports tell it. */
    @Override
    public String toString() {
        return title();
    }
}
