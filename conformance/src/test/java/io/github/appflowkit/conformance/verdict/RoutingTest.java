package io.github.appflowkit.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RoutingTest {
    private static final Contract CONTRACT = Contract.load();
    private static final Operation STOP_FLOW = CONTRACT.operation("StopFlow");
    private static final Operation DELETE = CONTRACT.operation("DeleteConnectorProfile");

    @Test
    void a_right_endpoint_serves_both_operations() {
        try (RightEndpoint endpoint = new RightEndpoint()) {
            assertThat(notRouted(endpoint.url(), STOP_FLOW)).isEmpty();
            assertThat(notRouted(endpoint.url(), DELETE)).isEmpty();
        }
    }

    @Test
    void an_object_store_that_knows_no_such_bucket_is_not_routed() throws IOException {
        String reason = reasonOf((path, body) ->
                new Reply(404, "application/xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message>
                <BucketName>%s</BucketName><RequestId>%s</RequestId><HostId>%s</HostId></Error>""".formatted(path.substring(1), hex(16), base64(56))));

        assertThat(reason)
                .startsWith("POST /stop-flow gets the answers of a path that nothing is served at (/")
                .endsWith("): 404 (XML NoSuchBucket); StopFlow is not served at this endpoint: check the URL, its path"
                        + " included");
    }

    @RepeatedTest(20) // A nonce has no digit now and then.
    void a_page_for_every_path_is_not_routed() throws IOException {
        String reason = reasonOf((path, body) -> new Reply(
                200,
                "text/html; charset=utf-8",
                "<!doctype html><html><head><script nonce=\"%s\"></script></head><body id=app></body></html>"
                        .formatted(base64(6))));

        assertThat(reason)
                .contains("): 200 (a web page); something else answers here for every path, and not StopFlow");
    }

    @Test
    void another_services_404_with_ids_times_and_hashes_of_its_own_is_not_routed() throws IOException {
        String reason = reasonOf((path, body) -> new Reply(404, "application/json", """
                {"timestamp": "%s", "status": 404, "error": "Not Found", "path": "%s", "trace": "%s", "ref": "%s",
                 "hash": "%s", "details": {"epoch": %d, "nonce": "%s", "near": "%s"}}""".formatted(
                        Instant.now(),
                        path,
                        UUID.randomUUID(),
                        base64(33),
                        Integer.toHexString(path.hashCode()),
                        System.nanoTime(),
                        letters(9),
                        path.toUpperCase(Locale.ROOT))));

        assertThat(reason).contains("404 (application/json); StopFlow is not served at this endpoint");
    }

    @Test
    void a_gateway_that_misses_credentials_on_every_path_is_not_routed() throws IOException {
        String reason = reasonOf(
                (path, body) -> new Reply(
                        403,
                        "application/json",
                        "{\"__type\": \"MissingAuthenticationTokenException\", \"message\": \"Missing Authentication Token\"}"));

        assertThat(reason)
                .contains(
                        "403 MissingAuthenticationTokenException (application/json); every path is refused before it is"
                                + " looked at: check the credentials and the region, or try --unsigned");
    }

    @Test
    void a_proxy_to_which_every_head_is_too_large_is_not_routed() throws IOException {
        assertThat(reasonOf((path, body) -> new Reply(431, "text/plain", "")))
                .contains("every request is refused for the size of its headers: shorten the session token");
    }

    @Test
    void a_service_that_fails_on_every_path_is_not_routed() throws IOException {
        assertThat(reasonOf((path, body) -> new Reply(500, "text/plain", "oops")))
                .contains("500 (text/plain); every path fails alike");
    }

    @Test
    void an_unknown_flow_that_is_told_like_an_unknown_path_is_told_from_it_by_a_request_without_a_name()
            throws IOException {
        String gone = "{\"message\": \"Not Found\", \"id\": \"%s\"}";
        Optional<String> reason = notRouted((path, body) -> path.equals("/stop-flow") && body.equals("{}")
                ? new Reply(400, "application/json", gone.formatted(hex(8)))
                : new Reply(404, "application/json", gone.formatted(hex(8))));

        assertThat(reason).isEmpty();
    }

    @Test
    void an_unknown_flow_is_told_from_an_unknown_path_by_words_alone() throws IOException {
        Optional<String> reason = notRouted((path, body) -> new Reply(
                404,
                "application/json",
                path.equals("/stop-flow")
                        ? "{\"message\": \"this flow was not found\"}"
                        : "{\"message\": \"the path is not found\"}"));

        assertThat(reason).isEmpty();
    }

    @Test
    void one_of_two_operations_is_served() throws IOException {
        BiFunction<String, String, Reply> stopFlowAlone = (path, body) -> path.equals("/stop-flow")
                ? new Reply(404, "application/json", "{\"message\": \"no such flow\"}")
                : new Reply(404, "text/html", "<h1>Cannot POST " + path + "</h1>");
        try (Web web = new Web(stopFlowAlone)) {
            assertThat(notRouted(web.url(), STOP_FLOW)).isEmpty();
            assertThat(notRouted(web.url(), DELETE)).isPresent();
        }
    }

    @Test
    void a_path_in_the_endpoints_url_comes_before_the_operations() throws IOException {
        BiFunction<String, String, Reply> behindPrefix = (path, body) -> path.equals("/appflow/stop-flow")
                ? new Reply(404, "application/json", "{\"message\": \"no such flow\"}")
                : new Reply(404, "text/html", "<h1>Cannot POST " + path + "</h1>");
        try (Web web = new Web(behindPrefix)) {
            assertThat(notRouted(URI.create(web.url() + "/appflow/"), STOP_FLOW))
                    .isEmpty();
            assertThat(notRouted(web.url(), STOP_FLOW)).isPresent();
        }
    }

    @Test
    void three_time_limits_are_waited_out_for_an_operation_and_one_for_the_next() throws IOException {
        try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                HttpSender sender = new HttpSender(
                        new Target(
                                URI.create("http://127.0.0.1:" + hanging.getLocalPort()),
                                "us-east-1",
                                Duration.ofMillis(200)),
                        Optional.empty())) {
            Routing routing = new Routing(sender, 1);
            long start = System.nanoTime();

            assertThat(routing.notRouted(STOP_FLOW))
                    .contains("POST /stop-flow never gives a whole answer: no whole answer within 200 ms");
            assertThat(routing.notRouted(DELETE)).isPresent();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(800), Duration.ofSeconds(5));
        }
    }

    private static String reasonOf(BiFunction<String, String, Reply> replies) throws IOException {
        return notRouted(replies).orElseThrow();
    }

    private static Optional<String> notRouted(BiFunction<String, String, Reply> replies) throws IOException {
        try (Web web = new Web(replies)) {
            return notRouted(web.url(), STOP_FLOW);
        }
    }

    private static Optional<String> notRouted(URI url, Operation operation) {
        try (HttpSender sender =
                new HttpSender(new Target(url, "us-east-1", Duration.ofSeconds(5)), Optional.empty())) {
            return new Routing(sender, 7).notRouted(operation);
        }
    }

    private static String hex(int length) {
        return letters("0123456789ABCDEF", length);
    }

    private static String letters(int length) {
        return letters("abcdefghijklmnopqrstuvwxyz", length);
    }

    private static String letters(String alphabet, int length) {
        return ThreadLocalRandom.current()
                .ints(length, 0, alphabet.length())
                .mapToObj(i -> alphabet.substring(i, i + 1))
                .reduce("", String::concat);
    }

    private static String base64(int length) {
        byte[] random = new byte[length];
        ThreadLocalRandom.current().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    private record Reply(int status, String type, String body) {}

    /** Another service than the one that is looked for. */
    private static final class Web implements AutoCloseable {
        private final HttpServer server;
        private final BiFunction<String, String, Reply> replies;

        Web(BiFunction<String, String, Reply> replies) throws IOException {
            this.replies = replies;
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }

        private void answer(HttpExchange exchange) throws IOException {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Reply reply = replies.apply(exchange.getRequestURI().getPath(), sent);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
