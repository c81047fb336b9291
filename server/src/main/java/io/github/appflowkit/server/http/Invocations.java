package io.github.appflowkit.server.http;

import io.github.appflowkit.server.http.error.ErrorAnswer;
import io.github.appflowkit.server.http.json.ContractValidator;
import io.github.appflowkit.server.problem.Problem;
import jakarta.validation.ConstraintViolationException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a body against the contract before an operation sees it, and answers what the operation refuses. An exception
 * that left for Jersey would be wrapped in two more, whose stack traces cost a third of a request.
 */
final class Invocations implements ResourceMethodInvocationHandlerProvider {
    private static final Logger LOG = LoggerFactory.getLogger(Invocations.class);
    private static final MethodType ANY = MethodType.methodType(Object.class, Object.class, Object[].class);

    private final ContractValidator validator;
    private final Exchanges exchanges;

    Invocations(ContractValidator validator, Exchanges exchanges) {
        this.validator = validator;
        this.exchanges = exchanges;
    }

    @Override
    public InvocationHandler create(Invocable invocable) {
        Method served = invocable.getHandlingMethod();
        if (served.getDeclaringClass().getPackage() != Invocations.class.getPackage()) {
            // Jersey answers OPTIONS itself.
            return null;
        }
        MethodHandle operation = handle(served);
        return (resource, method, bodies) -> {
            try {
                for (Object body : bodies) {
                    validator.requireValid(body);
                }
                return operation.invokeExact(resource, bodies);
            } catch (ConstraintViolationException e) {
                return ErrorAnswer.of(e).toResponse();
            } catch (Problem e) {
                return answer(e).toResponse();
            } catch (Throwable e) {
                // What Jersey expects of a method's own exception.
                throw new InvocationTargetException(e);
            }
        };
    }

    /** A cause, which is not the caller's, is logged under the request's id. */
    private ErrorAnswer answer(Problem problem) {
        if (problem.getCause() != null) {
            // A database that is away fails all requests alike, and one line of each is enough.
            LOG.error(
                    "Request {} failed: {}",
                    exchanges.current().id(),
                    problem.getCause().toString());
        }
        return ErrorAnswer.of(problem);
    }

    /** Calls the method as it is; reflection, too, would wrap what it throws. */
    private static MethodHandle handle(Method method) {
        try {
            return MethodHandles.lookup()
                    .unreflect(method)
                    .asSpreader(Object[].class, method.getParameterCount())
                    .asType(ANY);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Resources are of this package", e);
        }
    }
}
