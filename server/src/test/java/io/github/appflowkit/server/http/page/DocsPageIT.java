package io.github.appflowkit.server.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.appflowkit.server.TestServer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /docs} in a real browser. Where there is none, the build says that this test did not run. */
class DocsPageIT {
    private static final String MISSING = "/docs was not tested in a browser: there is no chromium on the PATH";

    @TempDir
    private Path folder;

    @Test
    void the_page_shows_every_operation_and_asks_nobody_but_its_server() throws Exception {
        boolean present = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "chromium")));
        if (!present) {
            System.err.println("SKIPPED: " + MISSING);
        }
        assumeTrue(present, MISSING);
        try (TestServer server = TestServer.start()) {
            String page = open(server.uri().resolve("/docs"));

            assertThat(matches(page, "<h1 class=\"title\">([^<]+)"))
                    .containsExactly(
                            "Amazon AppFlow, DeleteConnectorProfile and StopFlow", "State control", "Service pages");
            assertThat(matches(page, "data-path=\"([^\"]+)"))
                    .contains("/delete-connector-profile", "/stop-flow", "/_control/flows", "/health");
            assertThat(matches(page, "(Failed to load|Unable to render|Try it out)"))
                    .isEmpty();
            assertThat(requested(server.uri())).hasSize(6).allMatch(url -> url.startsWith(server.uri() + "/"));
            assertThat(Files.readString(folder.resolve("log"))).doesNotContain("CONSOLE");
        }
    }

    /** The page as it is when its scripts have run. */
    private String open(URI uri) throws IOException, InterruptedException {
        Path dom = folder.resolve("dom");
        Process chromium = new ProcessBuilder(
                        "chromium",
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        // Nobody else can be reached, as on a machine without a network.
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                        "--disable-component-update",
                        "--no-first-run",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--log-net-log=" + folder.resolve("net.json"),
                        "--enable-logging=stderr",
                        "--virtual-time-budget=20000",
                        "--dump-dom",
                        uri.toString())
                .redirectOutput(dom.toFile())
                .redirectError(folder.resolve("log").toFile())
                .start();
        try {
            assertThat(chromium.waitFor(3, TimeUnit.MINUTES)).isTrue();
            return Files.readString(dom, StandardCharsets.UTF_8);
        } finally {
            chromium.destroyForcibly();
        }
    }

    private static List<String> matches(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** What the page asked for; the browser's own requests have no page as their origin. */
    private List<String> requested(URI page) throws IOException {
        JsonNode log = new ObjectMapper().readTree(folder.resolve("net.json").toFile());
        int start = log.at("/constants/logEventTypes/URL_REQUEST_START_JOB").asInt();
        return log.path("events")
                .valueStream()
                .filter(event -> event.path("type").asInt() == start)
                .filter(event -> event.at("/params/initiator").asText().equals(page.toString()))
                .map(event -> event.at("/params/url").asText())
                .toList();
    }
}
