package io.github.appflowkit.conformance.junit;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** An endpoint to judge: the right one that the suite's jar has for its own proof, as little known here as any other. */
final class MyEmulator {
    private final URLClassLoader suite;
    private final Object endpoint;

    private MyEmulator(URLClassLoader suite, Object endpoint) {
        this.suite = suite;
        this.endpoint = endpoint;
    }

    static MyEmulator start() throws Exception {
        URLClassLoader suite = URLClassLoader.newInstance(
                new URL[] {Path.of("../target/appflow-conformance.jar").toUri().toURL()},
                ClassLoader.getPlatformClassLoader());
        return new MyEmulator(
                suite,
                suite.loadClass("io.github.appflowkit.conformance.proof.RightEndpoint")
                        .getConstructor()
                        .newInstance());
    }

    URI url() throws Exception {
        return (URI) endpoint.getClass().getMethod("url").invoke(endpoint);
    }

    void stop() throws Exception {
        endpoint.getClass().getMethod("close").invoke(endpoint);
        suite.close();
    }
}
