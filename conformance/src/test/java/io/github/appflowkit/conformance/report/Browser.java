package io.github.appflowkit.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium, steered over the WebDriver protocol. */
final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** For machines that have much else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--hide-scrollbars");

    private final Process driver;
    private final URI session;

    private Browser(Process driver, URI session) {
        this.driver = driver;
        this.session = session;
    }

    /** Why there is no browser to test with; empty if there is one. */
    static Optional<String> missing() {
        return Stream.of("chromium", "chromedriver")
                .filter(program -> find(program).isEmpty())
                .findFirst()
                .map(program -> "there is no " + program + " on the PATH");
    }

    /** Starts a browser with an empty profile. */
    static Browser start(Path profile) throws IOException {
        Process driver = new ProcessBuilder(find("chromedriver").orElseThrow().toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        try {
            URI sessions = URI.create("http://127.0.0.1:" + port(driver) + "/session");
            JsonNode session = call("POST", sessions, capabilities(profile));
            return new Browser(
                    driver,
                    URI.create(sessions + "/" + session.path("sessionId").asText()));
        } catch (IOException | RuntimeException e) {
            driver.destroy();
            throw e;
        }
    }

    private static ObjectNode capabilities(Path profile) {
        ObjectNode capabilities = JSON.createObjectNode();
        ObjectNode always = capabilities.putObject("capabilities").putObject("alwaysMatch");
        always.put("browserName", "chrome");
        always.putObject("timeouts").put("script", PATIENCE.toMillis()).put("pageLoad", PATIENCE.toMillis());
        always.putObject("goog:loggingPrefs").put("performance", "ALL").put("browser", "ALL");
        ObjectNode options = always.putObject("goog:chromeOptions");
        options.put("binary", find("chromium").orElseThrow().toString());
        ArrayNode arguments = options.putArray("args");
        FLAGS.forEach(arguments::add);
        arguments.add("--user-data-dir=" + profile);
        return capabilities;
    }

    private static String port(Process driver) throws IOException {
        BufferedReader out = driver.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher started = PORT.matcher(line);
            if (started.find()) {
                return started.group(1);
            }
        }
        throw new IOException("chromedriver ended before it listened");
    }

    private static Optional<Path> find(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void open(String url) {
        post("/url", JSON.createObjectNode().put("url", url));
    }

    /** Runs a script in the page, and gives what it returns. */
    JsonNode run(String script) {
        ObjectNode body = JSON.createObjectNode().put("script", script);
        body.putArray("args");
        return post("/execute/sync", body);
    }

    /** Runs a script that returns a promise, and gives what it resolves to. */
    JsonNode await(String script) {
        ObjectNode body = JSON.createObjectNode()
                .put(
                        "script",
                        "const done = arguments[0]; (async () => {" + script + "})().then(done, e => done('' + e))");
        body.putArray("args");
        return post("/execute/async", body);
    }

    /** Presses keys, one after the other, where the focus is. */
    void press(String... keys) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode source =
                body.putArray("actions").addObject().put("type", "key").put("id", "keyboard");
        ArrayNode actions = source.putArray("actions");
        for (String key : keys) {
            actions.addObject().put("type", "keyDown").put("value", key);
            actions.addObject().put("type", "keyUp").put("value", key);
        }
        post("/actions", body);
    }

    /** Clicks the first element of a selector, as a mouse does. */
    void click(String selector) {
        ObjectNode find = JSON.createObjectNode().put("using", "css selector").put("value", selector);
        String element = post("/element", find).elements().next().asText();
        post("/element/" + element + "/click", JSON.createObjectNode());
    }

    /** Sends a command of the browser's own protocol. */
    JsonNode command(String name, Map<String, Object> parameters) {
        ObjectNode body = JSON.createObjectNode().put("cmd", name);
        body.set("params", JSON.valueToTree(parameters));
        return post("/goog/cdp/execute", body);
    }

    void colours(String scheme, String media) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void width(int width, int height) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What a page wrote to its console, errors of its security policy included, since the last look. */
    List<String> console() {
        return log("browser").stream()
                .map(entry -> entry.path("message").asText())
                .toList();
    }

    /** What was requested since the last look. */
    List<String> requested() {
        List<String> urls = new ArrayList<>();
        for (JsonNode entry : log("performance")) {
            try {
                JsonNode message = JSON.readTree(entry.path("message").asText()).path("message");
                if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                    urls.add(message.at("/params/request/url").asText());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return urls;
    }

    private List<JsonNode> log(String type) {
        List<JsonNode> entries = new ArrayList<>();
        post("/se/log", JSON.createObjectNode().put("type", type)).forEach(entries::add);
        return entries;
    }

    private JsonNode post(String path, ObjectNode body) {
        return call("POST", URI.create(session + path), body);
    }

    private static JsonNode call(String method, URI uri, ObjectNode body) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .method(method, BodyPublishers.ofString(body.toString()))
                .build();
        try {
            JsonNode value = JSON.readTree(
                            HTTP.send(request, BodyHandlers.ofString()).body())
                    .path("value");
            if (value.has("error")) {
                throw new IllegalStateException(value.path("message").asText());
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            call("DELETE", session, JSON.createObjectNode());
        } finally {
            driver.destroy();
        }
    }
}
