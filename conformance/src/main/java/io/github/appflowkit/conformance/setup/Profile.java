package io.github.appflowkit.conformance.setup;

/**
 * A connector profile at the target.
 *
 * @param name its name
 * @param region the region that it is in
 */
public record Profile(String name, String region) {}
