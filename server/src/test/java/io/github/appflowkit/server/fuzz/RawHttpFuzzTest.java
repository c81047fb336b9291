package io.github.appflowkit.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.Configuration;
import io.github.appflowkit.server.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Sends generated requests, well-formed or not, over connections as a client would, and holds every answer against
 * what is true of all. {@code -Dfuzz.requests=1000000} is the full run, {@code -Dfuzz.seed} another one.
 */
class RawHttpFuzzTest {
    private static final long REQUESTS = Long.getLong("fuzz.requests", 2_000);
    private static final long ROUND = 50_000;
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    @Test
    void every_request_is_answered_as_documented_or_refused() throws Exception {
        Configuration.Builder impatient =
                Configuration.builder().readTimeout(Duration.ofSeconds(2)).idleTimeout(Duration.ofSeconds(4));
        try (TestServer server = TestServer.start(impatient)) {
            server.put("/_control/flows", "{\"name\":\"ab\",\"trigger\":\"Event\"}");

            FuzzRun run = new FuzzRun(server.uri(), SEED);
            FuzzReport report = run.send(Math.min(REQUESTS, ROUND));
            while (report.requests() < REQUESTS && report.flaws().isEmpty()) {
                System.out.println(report);
                report = run.send(Math.min(REQUESTS - report.requests(), ROUND));
            }
            System.out.println(report);

            assertThat(report.flaws()).isEmpty();
            assertThat(report.requests()).isGreaterThanOrEqualTo(REQUESTS);
            assertThat(report.answers().keySet()).as("a mix of answers").contains(200, 400, 404, 405, 415);
            server.put("/_control/flows", "{\"name\":\"ab\",\"trigger\":\"Event\"}");
            assertThat(server.post("/stop-flow", "{\"flowName\":\"ab\"}").statusCode())
                    .as("the server is well afterwards")
                    .isEqualTo(200);
        }
    }
}
