package io.github.appflowkit.server.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The exact paths of the contract's interfaces, each with its methods and what they ask for. Jersey's own matching is more generous: it
 * ignores matrix parameters, decodes paths, and answers OPTIONS.
 */
final class Routes {
    private final Map<String, Map<String, String>> operations = new HashMap<>();

    Routes(List<Class<?>> interfaces) {
        for (Class<?> contract : interfaces) {
            for (Method method : contract.getMethods()) {
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (http != null) {
                        operations
                                .computeIfAbsent(path(contract, method), path -> new TreeMap<>())
                                .put(http.value(), name(method));
                    }
                }
            }
        }
    }

    /** The contract's names for all that can be asked for. */
    Stream<String> names() {
        return operations.values().stream().flatMap(methods -> methods.values().stream());
    }

    /** The path that an interface's operations have in common. */
    static String path(Class<?> contract) {
        return contract.getAnnotation(Path.class).value();
    }

    private static String path(Class<?> contract, Method method) {
        Path own = method.getAnnotation(Path.class);
        return path(contract) + (own == null ? "" : own.value());
    }

    /** The methods that a path is served with, none if it is not served; one trailing slash makes no difference. */
    Set<String> methods(String path) {
        return operationsOf(path).keySet();
    }

    /** The contract's name for what a path and a method ask for, or null if they ask for nothing that it has. */
    String operation(String path, String method) {
        return operationsOf(path).get(method);
    }

    private Map<String, String> operationsOf(String path) {
        return operations.getOrDefault(withoutSlash(path), Map.of());
    }

    /** The generator begins the operation's name with a small letter. */
    private static String name(Method method) {
        return Character.toUpperCase(method.getName().charAt(0))
                + method.getName().substring(1);
    }

    static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
