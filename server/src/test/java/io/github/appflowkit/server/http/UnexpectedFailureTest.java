package io.github.appflowkit.server.http;

import static io.github.appflowkit.server.http.AnswerAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.appflowkit.server.http.error.UnexpectedMapper;
import io.github.appflowkit.server.store.FaultsText;
import io.github.appflowkit.server.store.Store;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class UnexpectedFailureTest {
    private static final Limits LIMITS = new Limits(1024, 1024, 10, Duration.ofSeconds(10), Duration.ofSeconds(10));

    @Test
    void a_defect_is_logged_once_under_the_requests_id_and_its_cause_is_never_told() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(UnexpectedMapper.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
        try (HttpInterface http = open(new IllegalStateException("disk on fire"))) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + "/stop-flow"))
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{\"flowName\":\"ab\"}"))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(assertError(answer, 500, "InternalServerException"))
                    .isEqualTo("An internal error occurred. Try again later.");
            assertThat(log.list).singleElement().satisfies(event -> {
                assertThat(event.getLevel()).isEqualTo(Level.ERROR);
                assertThat(event.getFormattedMessage())
                        .contains(
                                answer.headers().firstValue("x-amzn-RequestId").orElseThrow());
                assertThat(event.getThrowableProxy().getMessage()).isEqualTo("disk on fire");
            });
        } finally {
            logger.detachAppender(log);
            logger.setAdditive(true);
        }
    }

    @Test
    void a_failure_outside_of_the_operations_is_answered_in_their_shape_too() throws Exception {
        try (HttpInterface http = open(new AssertionError("disk on fire"))) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + "/health"))
                                    .build(),
                            BodyHandlers.ofString());

            assertError(answer, 500, "InternalServerException");
        }
    }

    @Test
    void a_client_that_leaves_in_the_midst_of_its_request_is_nothing_to_tell() throws Exception {
        List<LogRecord> log = new CopyOnWriteArrayList<>();
        Handler handler = new ConsoleHandler() {
            @Override
            public void publish(LogRecord entry) {
                log.add(entry);
            }
        };
        java.util.logging.Logger logger = java.util.logging.Logger.getLogger("org.glassfish");
        try (HttpInterface http = open(new IllegalStateException("disk on fire"));
                RawConnection client = new RawConnection(URI.create("http://127.0.0.1:" + http.port()))) {
            logger.addHandler(handler);
            client.send("POST /stop-flow HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 17\r\n\r\n{\"flow");
            client.end();

            assertThat(client.isClosed()).isTrue();
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(log).isEmpty();
    }

    private static HttpInterface open(Throwable failure) throws IOException {
        return TestInterface.open(LIMITS, broken(failure));
    }

    /** A store that fails whatever it is asked for, once it is asked for resources or for its state. */
    private static Store broken(Throwable failure) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "faults" -> FaultsText.NONE;
                        case "isImmediate" -> true;
                        default -> throw failure;
                    };
                });
    }
}
