package io.github.appflowkit.conformance.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.appflowkit.conformance.setup.Flow.Trigger;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A control API that tells of a flow no more than it has to. */
class ControlSetupTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REGION = "us-east-1";

    private final Map<String, ObjectNode> profiles = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> flows = new ConcurrentHashMap<>();
    private List<String> untold = List.of();
    private HttpServer server;
    private HttpSender sender;
    private ControlSetup setup;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        sender = new HttpSender(new Target(url, REGION, Duration.ofSeconds(5)), Optional.empty());
        setup = new ControlSetup(sender);
    }

    @AfterEach
    void stop() {
        sender.close();
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "destinations", "source destinations"})
    void a_flow_has_what_it_was_put_with_where_that_is_never_told(String members) {
        untold = List.of(members.split(" "));
        Flow flow = flow();

        assertThat(setup.refusal("try-1")).isEmpty();
        setup.put(flow);

        assertThat(setup.flow("nightly", REGION)).hasValue(flow);
        assertThat(flows).containsOnlyKeys("nightly");
        assertThat(profiles).isEmpty();
    }

    @Test
    void a_flow_that_lost_it_is_read_so_where_it_is_told() {
        assertThat(setup.refusal("try-1")).isEmpty();
        setup.put(flow());
        flows.get("nightly").remove(List.of("source", "destinations"));

        assertThat(setup.flow("nightly", REGION)).hasValue(Flow.active("nightly", REGION, Trigger.Scheduled));
    }

    @Test
    void a_flow_that_is_told_without_a_status_is_active() {
        untold = List.of("status");
        setup.put(flow());

        assertThat(setup.flow("nightly", REGION)).hasValue(flow());
    }

    private static Flow flow() {
        return Flow.active("nightly", REGION, Trigger.Scheduled)
                .readingFrom("crm")
                .writingTo(List.of("archive"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        byte[] answer = JSON.writeValueAsBytes(answer(exchange.getRequestURI().getPath(), body));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private ObjectNode answer(String path, JsonNode body) {
        String name = body.path("name").asText();
        String profile = body.path("connectorProfileName").asText();
        String flow = body.path("flowName").asText();
        ObjectNode answer = JSON.createObjectNode();
        switch (path) {
            case "/connector-profiles" -> profiles.put(name, (ObjectNode) body);
            case "/flows" -> flows.put(name, (ObjectNode) body);
            case "/remove" -> {
                profiles.remove(profile);
                flows.remove(flow);
            }
            default -> {
                tell(answer.putArray("connectorProfiles"), profiles.get(profile));
                tell(answer.putArray("flows"), flows.get(flow));
            }
        }
        return answer;
    }

    private void tell(ArrayNode found, ObjectNode state) {
        if (state != null) {
            found.add(state.deepCopy().remove(untold));
        }
    }
}
