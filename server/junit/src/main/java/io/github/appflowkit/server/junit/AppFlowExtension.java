package io.github.appflowkit.server.junit;

import io.github.appflowkit.server.Configuration;
import io.github.appflowkit.server.StartException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Starts a server before the tests of a class and closes it after them. {@link WithAppFlow} is enough for most; who
 * wants more than a state file registers it, as a static field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final AppFlowExtension APPFLOW = new AppFlowExtension(Configuration.builder().region("eu-central-1"));
 * }</pre>
 */
public final class AppFlowExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(AppFlowExtension.class);

    private final Configuration.Builder configuration;

    /** Takes the state file that {@link WithAppFlow} names, and the defaults for the rest. */
    public AppFlowExtension() {
        this(null);
    }

    /** Takes everything from a configuration, but for the port, which is any that is free. */
    public AppFlowExtension(Configuration.Builder configuration) {
        this.configuration = configuration;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws StartException {
        // A nested class has its outer class's.
        if (find(context) == null) {
            Configuration.Builder chosen = configuration == null ? annotated(context) : configuration;
            context.getStore(NAMESPACE)
                    .put(AppFlow.class, AppFlow.start(chosen.port(0).build()));
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        find(context).reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        // Only what was put there is removed from a class's own store, so that a nested class closes nothing.
        AppFlow own = context.getStore(NAMESPACE).remove(AppFlow.class, AppFlow.class);
        if (own != null) {
            own.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == AppFlow.class || type == URI.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        AppFlow appflow = find(context);
        return parameter.getParameter().getType() == URI.class ? appflow.uri() : appflow;
    }

    private static AppFlow find(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(AppFlow.class, AppFlow.class);
    }

    private static Configuration.Builder annotated(ExtensionContext context) {
        Configuration.Builder configuration = Configuration.builder();
        AnnotationSupport.findAnnotation(context.getRequiredTestClass(), WithAppFlow.class)
                .map(WithAppFlow::state)
                .filter(state -> !state.isEmpty())
                .ifPresent(state -> configuration.state(Path.of(state)));
        return configuration;
    }
}
