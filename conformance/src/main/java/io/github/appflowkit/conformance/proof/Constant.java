package io.github.appflowkit.conformance.proof;

import java.util.function.Supplier;

/**
 * One way to answer everything alike, which earns no pass.
 *
 * @param name the answer in words
 * @param endpoint starts an endpoint that answers so; whoever starts it closes it
 */
public record Constant(String name, Supplier<RightEndpoint> endpoint) {}
