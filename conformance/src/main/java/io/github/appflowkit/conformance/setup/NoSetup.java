package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.rule.Need;
import java.util.Optional;

/** The lowest rung: nothing can be put anywhere, so that only rules that need no resource are judged. */
public final class NoSetup implements Setup {
    @Override
    public String rung() {
        return "none";
    }

    @Override
    public Optional<String> lacks(Need need) {
        return Optional.of("needs " + need.description());
    }

    @Override
    public void put(Profile profile) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void put(Flow flow) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Profile> profile(String name, String region) {
        return Optional.empty();
    }

    @Override
    public Optional<Flow> flow(String name, String region) {
        return Optional.empty();
    }

    @Override
    public void remove(Profile profile) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(Flow flow) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void planError(String operation, String name, String region, String error, int times) {
        throw new UnsupportedOperationException();
    }
}
