package io.github.appflowkit.conformance.trace;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The tests of the reference server, by the elements of the contract that they bear as tags. */
final class ServerTests {
    /** Written and kept right by the server's build. */
    private static final String RESOURCE = "io/github/appflowkit/server/tested-elements.yaml";

    private ServerTests() {}

    /** The names of the tests of each element; nothing where the server is not beside the suite. */
    static Map<String, List<String>> load() {
        try (InputStream in = ServerTests.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            return in == null ? Map.of() : new YAMLMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
