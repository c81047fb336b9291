package io.github.appflowkit.server.http;

import static io.github.appflowkit.server.http.AnswerAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.appflowkit.server.Configuration;
import io.github.appflowkit.server.TestServer;
import io.github.appflowkit.server.store.StoreSettings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
    @Test
    void a_server_whose_store_is_ready_is_healthy() throws Exception {
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> answer = server.send("GET", "/health", null);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"ready\"}");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
            assertThat(server.send("HEAD", "/health", null).body()).isEmpty();
        }
    }

    @Test
    void a_page_takes_no_other_method() throws Exception {
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> answer = server.post("/health", "{}");

            assertError(answer, 405, "UnknownOperationException");
            assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
        }
    }

    @Test
    void there_are_no_metrics_unless_they_are_asked_for() throws Exception {
        try (TestServer server = TestServer.start()) {
            assertError(server.send("GET", "/metrics", null), 404, "UnknownOperationException");
        }
    }

    @Test
    void metrics_count_requests_by_what_became_of_them() throws Exception {
        try (TestServer server = TestServer.start(Configuration.builder().metrics(true))) {
            server.put("/_control/flows", "{\"name\":\"ab\",\"trigger\":\"Event\"}");
            server.post("/stop-flow", "{\"flowName\":\"ab\"}");
            server.post("/stop-flow", "{\"flowName\":\"ab\"}");
            server.post("/stop-flow", "{\"flowName\":\"none\"}");
            server.post("/delete-connector-profile", "{");
            server.post("/nothing", "{}");

            assertThat(metricsWith(server, "operation=\"none\""))
                    .contains(
                            "appflow_requests_seconds_count{error=\"none\",operation=\"StopFlow\",status=\"200\"} 2",
                            "appflow_requests_seconds_count{error=\"none\",operation=\"PutFlow\",status=\"200\"} 1",
                            "appflow_requests_seconds_count{error=\"ResourceNotFoundException\",operation=\"StopFlow\",status=\"404\"} 1",
                            "appflow_requests_seconds_count{error=\"SerializationException\",operation=\"DeleteConnectorProfile\",status=\"400\"} 1",
                            "appflow_requests_seconds_count{error=\"UnknownOperationException\",operation=\"none\",status=\"404\"} 1",
                            "appflow_requests_seconds_bucket{error=\"none\",operation=\"StopFlow\",status=\"200\",le=\"+Inf\"} 2",
                            "appflow_store_seconds_count{outcome=\"done\",transition=\"stopFlow\"} 2",
                            "appflow_store_seconds_count{outcome=\"not_found\",transition=\"stopFlow\"} 1",
                            "appflow_store_seconds_count{outcome=\"done\",transition=\"putFlow\"} 1",
                            "appflow_store_ready 1.0",
                            "jvm_threads_live_threads",
                            "jvm_memory_used_bytes{area=\"heap\"");
        }
    }

    @Test
    void metrics_of_a_server_with_a_database_tell_of_its_connections(@TempDir Path folder) throws Exception {
        StoreSettings store = new StoreSettings("jdbc:h2:file:" + folder.resolve("state"), null, null);
        try (TestServer server =
                TestServer.start(Configuration.builder().metrics(true).store(store))) {
            server.put("/_control/flows", "{\"name\":\"ab\",\"trigger\":\"Event\"}");

            assertThat(metricsWith(server, "operation=\"PutFlow\""))
                    .contains(
                            "hikaricp_connections_max{pool=\"appflow-store\"} 10",
                            "hikaricp_connections_pending{pool=\"appflow-store\"} 0",
                            "hikaricp_connections_acquire_seconds_count{pool=\"appflow-store\"}",
                            "hikaricp_connections_timeout_total{pool=\"appflow-store\"} 0",
                            "appflow_store_seconds_count{outcome=\"done\",transition=\"putFlow\"} 1");
        }
    }

    @Test
    void every_page_that_is_documented_is_there() throws Exception {
        JsonNode paths = new YAMLMapper()
                .readTree(getClass().getResourceAsStream("/openapi/service.yaml"))
                .path("paths");
        try (TestServer server = TestServer.start(Configuration.builder().metrics(true))) {
            assertThat(paths.propertyStream().map(path -> path.getKey())).hasSize(5);
            paths.propertyStream().forEach(path -> {
                HttpResponse<String> answer = server.send("GET", path.getKey(), null);
                assertThat(answer.statusCode()).as(path.getKey()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith(path.getValue()
                                .at("/get/responses/200/content")
                                .fieldNames()
                                .next());
            });
        }
    }

    @Test
    void the_contract_is_the_same_in_yaml_and_in_json() throws Exception {
        try (TestServer server = TestServer.start()) {
            JsonNode yaml = new YAMLMapper()
                    .readTree(server.send("GET", "/openapi.yaml", null).body());
            JsonNode json = new ObjectMapper()
                    .readTree(server.send("GET", "/openapi.json", null).body());

            assertThat(json).isEqualTo(yaml);
            assertThat(json.path("paths").propertyStream().map(path -> path.getKey()))
                    .containsExactly("/delete-connector-profile", "/stop-flow");
        }
    }

    /** The metrics, once a request that is counted after its answer is among them. */
    private static String metricsWith(TestServer server, String text) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        String metrics;
        do {
            metrics = server.send("GET", "/metrics", null).body();
        } while (!metrics.contains(text) && System.nanoTime() < deadline);
        return metrics;
    }
}
