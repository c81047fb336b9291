package io.github.appflowkit.server.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The exact paths of the contract's interfaces, each with its methods. Jersey's own matching is more generous: it
 * ignores matrix parameters, decodes paths, and answers OPTIONS.
 */
final class Routes {
    private final Map<String, Set<String>> methodsByPath = new TreeMap<>();

    Routes(List<Class<?>> interfaces) {
        for (Class<?> contract : interfaces) {
            for (Method method : contract.getMethods()) {
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (http != null) {
                        methodsByPath
                                .computeIfAbsent(path(contract, method), path -> new TreeSet<>())
                                .add(http.value());
                    }
                }
            }
        }
    }

    /** The path of an interface that has a single operation. */
    static String path(Class<?> contract) {
        return contract.getAnnotation(Path.class).value();
    }

    private static String path(Class<?> contract, Method method) {
        Path own = method.getAnnotation(Path.class);
        return path(contract) + (own == null ? "" : own.value());
    }

    /** The methods that a path is served with, none if it is not served; one trailing slash makes no difference. */
    Set<String> methods(String path) {
        return methodsByPath.getOrDefault(withoutSlash(path), Set.of());
    }

    static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
