package io.github.appflowkit.conformance.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The suite's executable jar, which this one carries within: unpacked to a temporary file and loaded beside the class
 * path, so that the suite's libraries and the user's never meet. One for all runs of a process, because loading the
 * suite anew makes a run several seconds longer, and Groovy keeps a thread for every loader that it was ever in.
 */
final class SuiteJar {
    private static final String ENTRY = "io.github.appflowkit.conformance.cli.Embedded";
    private static SuiteJar loaded;

    private final ClassLoader loader;

    private SuiteJar(ClassLoader loader) {
        this.loader = loader;
    }

    static synchronized SuiteJar load() {
        if (loaded == null) {
            try {
                URL jar = unpack().toUri().toURL();
                loaded = new SuiteJar(new URLClassLoader(
                        "appflow-conformance", new URL[] {jar}, ClassLoader.getPlatformClassLoader()));
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "the suite cannot be unpacked into " + System.getProperty("java.io.tmpdir") + ": " + e, e);
            }
        }
        return loaded;
    }

    private static Path unpack() throws IOException {
        Path file = Files.createTempFile("appflow-conformance-", ".jar");
        file.toFile().deleteOnExit();
        try (InputStream jar = SuiteJar.class.getResourceAsStream("appflow-conformance.jar")) {
            if (jar == null) {
                throw new IOException("its jar is not in this one");
            }
            Files.copy(jar, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /** The class loader that knows the suite, and nothing of the user's. */
    ClassLoader loader() {
        return loader;
    }

    /** What the suite offers to others: arguments and a folder for the reports in, what a run found out. */
    @SuppressWarnings("unchecked")
    BiFunction<List<String>, Path, Map<String, Object>> entry() {
        try {
            return (BiFunction<List<String>, Path, Map<String, Object>>)
                    loader.loadClass(ENTRY).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the suite in this jar is broken", e);
        }
    }
}
