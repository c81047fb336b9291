package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.cli.Relay.Fate;
import io.github.appflowkit.conformance.proof.NamedFault;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a run is selected, repeated, cut short and held to a standard. */
class RunControlTest {
    private static final String BROKEN = "stop-flow.on-demand-refused";
    private static final String FLAKY = "stop-flow.unknown-refused";

    @TempDir
    private Path folder;

    private CommandRun run;

    @Test
    void a_tag_expression_selects_rules() throws IOException {
        try (RightEndpoint endpoint = new RightEndpoint()) {
            assertThat(run("--endpoint", endpoint.url(), "--tags", "@should and @protocol", "--operation", "StopFlow"))
                    .as(run.out())
                    .isZero();
        }

        assertThat(run.report().path("rules")).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.path("level").asText()).isEqualTo("should");
            assertThat(rule.path("evidence").asText()).isEqualTo("protocol");
        });
    }

    @Test
    void a_dry_run_sends_nothing_and_keeps_the_reports_of_the_last_run() throws IOException {
        Path report = Files.writeString(folder.resolve("report.json"), "{}");
        Files.writeString(folder.resolve(Configuration.DEFAULT_FILE), "timeout: 3s\n");

        try (RightEndpoint endpoint = new RightEndpoint();
                Relay relay = new Relay(endpoint.url(), request -> Fate.PASSED_ON)) {
            assertThat(run("--dry-run", "--endpoint", relay.url(), "--rule", "stop-flow.event-stopped"))
                    .isZero();

            assertThat(relay.operations()).isZero();
            assertThat(run.out()).contains("endpoint: " + relay.url());
        }
        assertThat(run.out())
                .contains("timeout: 3s  # " + folder.resolve(Configuration.DEFAULT_FILE) + ":1: timeout")
                .contains("1 rule in 1 scenario")
                .containsPattern("stop-flow.event-stopped +must +needs an event-triggered flow");
        assertThat(report).hasContent("{}");
    }

    @Test
    void the_options_of_a_dry_run_are_a_configuration_file() throws IOException {
        assertThat(run("--dry-run", "--tags", "@must and not @decision", "--rule", "*.name-*", "--max-time", "90s"))
                .isZero();
        String shown = run.out();
        Path file = Files.writeString(folder.resolve("shown.yaml"), shown);

        run = new CommandRun(folder);
        assertThat(run.execute("run", "--dry-run", "--config", file))
                .as(run.err())
                .isZero();
        assertThat(run.out().replaceAll("  # .*", "")).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"control", "api"})
    void a_run_ends_at_the_first_failure_with_its_reports_and_nothing_left_behind(String setup) throws Exception {
        try (RightEndpoint endpoint =
                NamedFault.of("a stop is told and not done").endpoint().get()) {
            assertThat(run(
                            "--endpoint",
                            endpoint.url(),
                            "--setup",
                            setup,
                            "--rule",
                            "stop-flow.*",
                            "--fail-fast",
                            "--workers",
                            1))
                    .isEqualTo(1);

            assertThat(ControlState.of(endpoint)).isEqualTo("{\"connectorProfiles\":[],\"flows\":[]}");
        }
        assertThat(run.verdicts().values()).containsOnlyOnce("failed");
        assertThat(run.report().path("rules").findValuesAsText("reason"))
                .contains("the run ended at the first failure (--fail-fast)");
        assertThat(folder.resolve("junit.xml")).isNotEmptyFile();
        assertThat(folder.resolve("ledger.jsonl")).doesNotExist();
    }

    @Test
    void a_known_failure_ends_no_run() throws Exception {
        Path baseline = Files.writeString(folder.resolve("known.yaml"), """
                - rule: stop-flow.on-demand-refused
                  reason: not built yet
                """);
        try (RightEndpoint endpoint = Results.brokenEndpoint()) {
            assertThat(run("--endpoint", endpoint.url(), "--rule", BROKEN, "--fail-fast", "--baseline", baseline))
                    .as(run.err())
                    .isZero();
        }

        assertThat(run.verdicts()).containsEntry(BROKEN, "failed");
    }

    @Test
    void a_rule_whose_verdict_changes_counts_by_its_worst() throws IOException {
        Object[] options = {"--operation", "StopFlow", "--rule", FLAKY, "--seed", 7};
        int requests = operationsOf(options);

        try (RightEndpoint endpoint = new RightEndpoint();
                Relay relay = new Relay(
                        endpoint.url(), request -> request <= requests ? Fate.PASSED_ON : Fate.ANSWERED_400)) {
            assertThat(run(with(options, "--endpoint", relay.url(), "--repeat", 3)))
                    .as(run.out())
                    .isEqualTo(1);
        }
        assertThat(run.verdicts()).containsEntry(FLAKY, "failed");
    }

    @Test
    void a_run_is_over_when_its_time_is_whatever_hangs() throws Exception {
        Object[] options = {"--rule", FLAKY, "--rule", BROKEN, "--seed", 7, "--workers", 1};
        int requests = operationsOf(options);

        long start = System.nanoTime();
        try (RightEndpoint endpoint = new RightEndpoint();
                Relay relay =
                        new Relay(endpoint.url(), request -> request < requests ? Fate.PASSED_ON : Fate.LEFT_HANGING)) {
            assertThat(run(with(options, "--endpoint", relay.url(), "--timeout", "5m", "--max-time", "5s")))
                    .as(run.out())
                    .isZero();

            assertThat(ControlState.of(endpoint)).isEqualTo("{\"connectorProfiles\":[],\"flows\":[]}");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
        assertThat(run.report().path("rules").findValuesAsText("reason"))
                .contains("the run ended after 5s (--max-time)")
                .as("a rule about every answer says so too")
                .doesNotContain("no answer of this kind was seen");
        assertThat(run.verdicts().values()).contains("untestable").doesNotContain("error");
    }

    @Test
    void a_run_that_is_over_before_anything_was_judged_says_so() throws IOException {
        try (RightEndpoint endpoint = new RightEndpoint();
                Relay relay = new Relay(endpoint.url(), request -> Fate.LEFT_HANGING)) {
            assertThat(run("--endpoint", relay.url(), "--timeout", "5m", "--max-time", "300ms"))
                    .isEqualTo(4);
        }

        assertThat(run.err())
                .contains("nothing was judged: the run ended after 300ms (--max-time)")
                .hasLineCount(1);
    }

    @Test
    void a_share_of_the_rules_can_be_required() throws IOException {
        try (RightEndpoint endpoint = RightEndpoint.alone()) {
            assertThat(run("--endpoint", endpoint.url(), "--setup", "none", "--require-judged", 20))
                    .isZero();
            assertThat(run("--endpoint", endpoint.url(), "--setup", "none", "--require-judged", 90))
                    .isEqualTo(4);
        }
    }

    @Test
    void an_endpoint_that_is_being_started_is_waited_for() throws Exception {
        int port = freePort();
        run = new CommandRun(folder);
        CompletableFuture<Integer> exitCode = CompletableFuture.supplyAsync(
                () -> run.run("--endpoint", "http://127.0.0.1:" + port, "--wait-for", "60s", "--rule", FLAKY));
        awaitTold("waiting for http://127.0.0.1:" + port + ", 0 of 1m: the connection was refused");

        try (RightEndpoint endpoint = new RightEndpoint();
                Relay relay =
                        new Relay(endpoint.url(), port, request -> request <= 2 ? Fate.ANSWERED_503 : Fate.PASSED_ON)) {
            assertThat(exitCode.get(60, TimeUnit.SECONDS)).as(run.err()).isZero();
            assertThat(relay.operations()).isGreaterThan(2);
        }
    }

    @Test
    void an_endpoint_that_does_not_come_is_told() throws IOException {
        String url = "http://127.0.0.1:" + freePort();

        assertThat(run("--endpoint", url, "--wait-for", "300ms")).isEqualTo(3);
        assertThat(run.err().lines())
                .last()
                .isEqualTo("appflow-conformance run: " + url + " accepts no request within 300ms (--wait-for): the"
                        + " connection was refused. Check the URL, and that it is running.");
    }

    @Test
    void progress_moves_on_a_terminal_alone_and_colours_can_be_turned_off() throws IOException {
        Object[] options = {"--rule", BROKEN};
        try (RightEndpoint endpoint = Results.brokenEndpoint()) {
            run(with(options, "--endpoint", endpoint.url()));
            assertThat(run.out()).doesNotContain("\u001b");
            assertThat(run.err()).doesNotContain("\r");

            run = new CommandRun(folder).onTerminal();
            run.run(with(options, "--endpoint", endpoint.url()));
            assertThat(run.out()).contains("\u001b[");
            assertThat(run.err()).contains("\r1 of 1 scenarios, 1 broken");

            run = new CommandRun(folder).onTerminal().variables(Map.of("NO_COLOR", "1"));
            run.run(with(options, "--endpoint", endpoint.url()));
            assertThat(run.out()).doesNotContain("\u001b");
        }
    }

    @Test
    void half_a_pair_of_credentials_is_no_credentials() throws IOException {
        run = new CommandRun(folder).variables(Map.of("AWS_ACCESS_KEY_ID", "key"));

        assertThat(run.run()).isEqualTo(2);
        assertThat(run.err()).contains("AWS_ACCESS_KEY_ID is set without AWS_SECRET_ACCESS_KEY: set both or neither");
    }

    private int run(Object... options) {
        run = new CommandRun(folder);
        return run.run(options);
    }

    /** How many requests to operations a run with these options sends. */
    private int operationsOf(Object... options) throws IOException {
        try (RightEndpoint endpoint = new RightEndpoint();
                Relay relay = new Relay(endpoint.url(), request -> Fate.PASSED_ON)) {
            assertThat(run(with(options, "--endpoint", relay.url())))
                    .as(run.out())
                    .isZero();
            return relay.operations();
        }
    }

    private static Object[] with(Object[] options, Object... more) {
        Object[] all = new Object[options.length + more.length];
        System.arraycopy(options, 0, all, 0, options.length);
        System.arraycopy(more, 0, all, options.length, more.length);
        return all;
    }

    private void awaitTold(String text) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!run.err().contains(text)) {
            assertThat(System.nanoTime()).as(run.err()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
