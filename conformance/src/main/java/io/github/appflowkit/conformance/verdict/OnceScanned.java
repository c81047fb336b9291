package io.github.appflowkit.conformance.verdict;

import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.Glue;
import io.cucumber.core.backend.Lookup;
import io.cucumber.core.backend.Snippet;
import io.cucumber.java.JavaBackendProviderService;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Cucumber's backend for Java, which looks for step classes once, however many threads and runs ask: it opens the jar for
 * that and reads the names of all that is in it.
 */
final class OnceScanned implements Backend {
    private final Backend scanning;
    private final List<Definition> definitions = new ArrayList<>();

    /**
     * Looks for the step classes.
     *
     * @param lookup gives those of the thread that asks
     */
    OnceScanned(URI path, Lookup lookup) {
        scanning = new JavaBackendProviderService().create(lookup, glue -> true, OnceScanned.class::getClassLoader);
        scanning.loadGlue(keeping(), List.of(path));
    }

    @Override
    public void loadGlue(Glue glue, List<URI> paths) {
        definitions.forEach(definition -> definition.addTo(glue));
    }

    /** Glue that keeps what is added to it. */
    private Glue keeping() {
        return (Glue) Proxy.newProxyInstance(
                OnceScanned.class.getClassLoader(), new Class<?>[] {Glue.class}, (self, method, arguments) -> {
                    definitions.add(new Definition(method, arguments[0]));
                    return null;
                });
    }

    @Override
    public void buildWorld() {
        scanning.buildWorld();
    }

    @Override
    public void disposeWorld() {
        scanning.disposeWorld();
    }

    @Override
    public Snippet getSnippet() {
        return scanning.getSnippet();
    }

    /** A step, a hook or a parameter type, and by which method glue takes it. */
    private record Definition(Method method, Object definition) {
        void addTo(Glue glue) {
            try {
                method.invoke(glue, definition);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cucumber does not take " + definition, e);
            }
        }
    }
}
