package io.github.appflowkit.conformance.steps;

import io.cucumber.core.backend.ObjectFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Makes the step classes of a scenario, each around the scenario's one {@link World}. */
public final class StepsFactory implements ObjectFactory {
    private final Run run;
    private final Consumer<World> begun;
    private final Map<Class<?>, Object> instances = new HashMap<>();
    private World world;

    /**
     * Creates a factory for the scenarios of one thread.
     *
     * @param begun is told of every scenario's world on the thread that runs the scenario
     */
    public StepsFactory(Run run, Consumer<World> begun) {
        this.run = run;
        this.begun = begun;
    }

    @Override
    public boolean addClass(Class<?> glue) {
        return true;
    }

    @Override
    public void start() {
        world = new World(run);
        begun.accept(world);
    }

    @Override
    public void stop() {
        instances.clear();
    }

    @Override
    public <T> T getInstance(Class<T> glue) {
        return glue.cast(instances.computeIfAbsent(glue, this::create));
    }

    private Object create(Class<?> glue) {
        try {
            return glue.getConstructor(World.class).newInstance(world);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a step class needs a public constructor that takes the world: " + glue, e);
        }
    }
}
