package io.github.appflowkit.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class AppFlowConformanceIT {
    private static final String WHOLE = "The run as a whole";

    private MyEmulator emulator;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        emulator = MyEmulator.start();
    }

    @AfterEach
    void stop() throws Exception {
        emulator.stop();
    }

    @Test
    void an_endpoint_that_conforms_passes() throws Exception {
        ConformanceResult result = suite().rules("stop-flow.answer-members", "stop-flow.again-status")
                .region("eu-west-1")
                .setup("control")
                .operation("StopFlow")
                .run();

        assertThat(result.isConformant()).isTrue();
        assertThat(result.rules())
                .extracting(RuleVerdict::id, RuleVerdict::level, RuleVerdict::verdict, RuleVerdict::fails)
                .containsExactly(
                        tuple("stop-flow.again-status", "may", Verdict.OBSERVED, false),
                        tuple("stop-flow.answer-members", "must", Verdict.PASSED, false));
        assertThat(result.console()).contains("region eu-west-1");
        assertThat(catchThrowable(result::assertConformant)).isNull();
    }

    @Test
    void a_broken_rule_fails_its_test_with_all_that_is_needed_to_mend_it() throws Exception {
        try (AlteredEndpoint endpoint =
                new AlteredEndpoint(emulator.url(), "UnsupportedOperationException", "ValidationException")) {
            AppFlowConformance suite =
                    AppFlowConformance.of(endpoint.url()).rules("stop-flow.on-demand-refused", "stop-flow.again");

            Map<String, Throwable> outcomes = outcomes(suite.dynamicTests());
            assertThat(outcomes.get("stop-flow.on-demand-refused"))
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContainingAll(
                            "stop-flow.on-demand-refused (must)",
                            "expected  400 UnsupportedOperationException",
                            "but got   400 ValidationException",
                            "curl -i -X POST '" + endpoint.url() + "/stop-flow'");
            assertThat(outcomes.get("stop-flow.again")).isNull();
            assertThat(outcomes.get(WHOLE)).hasMessageContaining("does not conform: stop-flow.on-demand-refused");

            assertThatThrownBy(suite::assertConformant)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContainingAll("exit code 1", "FAILED stop-flow.on-demand-refused", "curl -i -X POST");
        }
    }

    @Test
    void a_should_rule_fails_its_test_only_if_the_run_is_strict() throws Exception {
        try (AlteredEndpoint endpoint =
                new AlteredEndpoint(emulator.url(), "UnsupportedOperation", "unsupportedOperation")) {
            AppFlowConformance suite = AppFlowConformance.of(endpoint.url()).rules("stop-flow.on-demand-*");

            ConformanceResult lenient = suite.run();
            assertThat(lenient.isConformant()).isTrue();
            assertThat(lenient.rules())
                    .filteredOn(rule -> rule.id().equals("stop-flow.on-demand-spelling"))
                    .allMatch(rule -> rule.verdict() == Verdict.WARNED && !rule.fails())
                    .hasSize(1);
            assertThat(outcomes(suite.dynamicTests()).values()).containsOnlyNulls();

            Map<String, Throwable> strict = outcomes(suite.strict().dynamicTests());
            assertThat(strict.get("stop-flow.on-demand-refused")).isNull();
            assertThat(strict.get("stop-flow.on-demand-spelling"))
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContaining("(should)");
            assertThat(strict.get(WHOLE)).isNotNull();
        }
    }

    @Test
    void a_rule_that_could_not_be_judged_is_aborted_and_nothing_judged_is_no_pass() throws Exception {
        Map<String, Throwable> outcomes = outcomes(
                suite().setup("none").rules("stop-flow.scheduled-stopped").dynamicTests());

        assertThat(outcomes.get("stop-flow.scheduled-stopped"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("untestable: needs a scheduled flow");
        assertThat(outcomes.get(WHOLE)).hasMessageContaining("exit code 4");
    }

    @Test
    void an_endpoint_that_serves_something_else_fails_the_run_as_a_whole() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        other.start();
        try {
            Map<String, Throwable> outcomes = outcomes(AppFlowConformance.of(
                            "http://127.0.0.1:" + other.getAddress().getPort())
                    .rules("stop-flow.unknown-refused")
                    .dynamicTests());

            assertThat(outcomes.get("stop-flow.unknown-refused"))
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining("notRouted: ");
            assertThat(outcomes.get(WHOLE)).hasMessageContaining("exit code 3");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void an_endpoint_that_is_down_is_an_assertion_that_fails_with_one_line() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        AppFlowConformance suite = AppFlowConformance.of(URI.create("http://127.0.0.1:" + port));

        assertThatThrownBy(suite::assertConformant)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("127.0.0.1:" + port + " does not answer");
        assertThat(suite.run().rules()).extracting(RuleVerdict::verdict).containsOnly(Verdict.NOT_ROUTED);
        assertThat(suite.run().console()).hasLineCount(1);
    }

    @Test
    void a_wrong_option_is_an_illegal_argument_told_as_on_the_command_line() throws Exception {
        assertThatThrownBy(suite().rules("stop-flow.nothing")::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("appflow-conformance run: --rule stop-flow.nothing matches no rule")
                .message()
                .hasLineCount(1);
        assertThatThrownBy(AppFlowConformance.of("localhost:4566")::dynamicTests)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a URL such as");
        assertThatThrownBy(suite().with("--timeout", "soon")::assertConformant)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--timeout soon is not a time such as");
        assertThatThrownBy(suite().with("--help")::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing was judged");
    }

    @Test
    void reports_are_kept_where_asked_for_and_nothing_is_left_elsewhere() throws Exception {
        AppFlowConformance suite = suite().rules("stop-flow.unknown-refused");
        suite.run();
        suite.reportDir(folder.resolve("reports")).run();

        assertThat(folder.resolve("reports")).isDirectoryContaining(file -> file.endsWith("report.json"));
        assertThat(foldersLeft()).isEmpty();
    }

    @Test
    void a_list_of_what_could_not_be_removed_is_kept() throws Exception {
        try (AlteredEndpoint endpoint = new AlteredEndpoint(emulator.url(), "_control/remove", "stop-flow")) {
            AppFlowConformance.of(endpoint.url()).rules("stop-flow.again").run();
        }

        assertThat(foldersLeft()).singleElement().satisfies(left -> {
            Path ledger = left.resolve("ledger.jsonl");
            assertThat(ledger).isNotEmptyFile();
            try (Stream<Path> files = Files.list(left)) {
                files.forEach(file -> assertThat(file.toFile().delete()).isTrue());
            }
            Files.delete(left);
        });
    }

    private static List<Path> foldersLeft() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(Files::isDirectory)
                    .filter(folder -> folder.getFileName().toString().startsWith("appflow-conformance-"))
                    .toList();
        }
    }

    @Test
    void runs_go_on_at_the_same_time_and_leave_the_caller_as_it_was() throws Exception {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        AppFlowConformance suite = suite().rules("delete-profile.in-use-kept", "stop-flow.again");

        CompletableFuture<ConformanceResult> other = CompletableFuture.supplyAsync(suite::run);
        assertThat(suite.run().isConformant()).isTrue();
        assertThat(other.get(60, TimeUnit.SECONDS).isConformant()).isTrue();

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(context);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!threadsOfTheSuite().isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(threadsOfTheSuite()).isEmpty();
    }

    /** The threads that runs have left, but for the one that Groovy keeps as long as it is loaded. */
    private static List<Thread> threadsOfTheSuite() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getContextClassLoader() == SuiteJar.load().loader())
                .filter(thread -> !(thread.isDaemon() && thread.getName().equals("PIC-Cleaner")))
                .toList();
    }

    @Test
    void an_interrupted_run_removes_what_it_made_before_it_ends() throws Exception {
        FutureTask<ConformanceResult> run = new FutureTask<>(suite()::run);
        Thread thread = new Thread(run);
        thread.start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (control("GET", "requests", "").equals("{\"requests\":[]}") && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        thread.interrupt();

        assertThatThrownBy(() -> run.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(CancellationException.class);
        assertThat(control("POST", "describe", "{}")).isEqualTo("{\"connectorProfiles\":[],\"flows\":[]}");
    }

    private String control(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.url() + "/_control/" + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private AppFlowConformance suite() throws Exception {
        return AppFlowConformance.of(emulator.url());
    }

    /** Runs dynamic tests as JUnit would, and gives what each threw, by what its name begins with. */
    private static Map<String, Throwable> outcomes(Stream<? extends DynamicNode> nodes) {
        Map<String, Throwable> outcomes = new LinkedHashMap<>();
        nodes.forEach(node -> {
            if (node instanceof DynamicContainer container) {
                outcomes.putAll(outcomes(container.getChildren()));
            } else if (node instanceof DynamicTest test) {
                outcomes.put(
                        test.getDisplayName().split(":")[0],
                        catchThrowable(() -> test.getExecutable().execute()));
            }
        });
        return outcomes;
    }
}
