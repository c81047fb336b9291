package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.steps.Violation;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Target;
import io.github.appflowkit.conformance.verdict.KnownFailure;
import io.github.appflowkit.conformance.verdict.RuleResult;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.ScenarioResult;
import io.github.appflowkit.conformance.verdict.Settings;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs of every kind, over the suite's own rules. */
final class SampleReports {
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    static final String TOKEN = "FQoGZXIvYXdzEXAMPLE//Session+Token==";
    static final List<Rule> RULES = Catalogue.load().rules();

    /** How many of them bind. */
    static final long BINDING =
            RULES.stream().filter(rule -> rule.level() != Level.MAY).count();

    /** What a hostile endpoint may answer: markup, ends of scripts, quotes, control characters and half a character. */
    static final String HOSTILE = "</script><script>alert('x')</script><img src=x onerror=\"alert(1)\"> | `a` ``` ]]> "
            + "\u0000\u001b[31m\u0085\u202e \ud800 \ufffe {{headline}} [link](http://localhost)";

    private static final Target TARGET =
            new Target(URI.create("http://localhost:8080"), "us-east-1", Duration.ofSeconds(1));

    private SampleReports() {}

    /** Every rule holds. */
    static RunResult green() {
        return run(RULES.stream().map(SampleReports::right).toList());
    }

    /** Some of everything. */
    static RunResult red() {
        List<RuleResult> results =
                new ArrayList<>(RULES.stream().map(SampleReports::right).toList());
        set(results, violated("delete-profile.in-use-kept", stopped("{\"message\":\"deleted\"}")));
        set(
                results,
                violated("stop-flow.on-demand-refused", stopped("{\"flowStatus\":\"Draft\",\"flowArn\":\"arn\"}")));
        set(
                results,
                violated("stop-flow.unknown-refused", stopped(HOSTILE))
                        .knownAs(new KnownFailure(
                                "stop-flow.unknown-refused",
                                "the next release <mends> it",
                                Optional.of("https://example.org/issues/1"),
                                Optional.of(LocalDate.of(2030, 1, 31)))));
        set(results, violated("wire.request-id", stopped(HOSTILE)));
        set(results, violated("wire.no-internals", stopped("<html>" + "x".repeat(20_000) + "java.lang.Exception: a")));
        set(results, result("stop-flow.event-stopped", Verdict.UNTESTABLE, "needs an event-triggered flow"));
        set(results, result("stop-flow.again", Verdict.UNTESTABLE, "needs a scheduled flow"));
        set(results, result("stop-flow.status-suspended", Verdict.ERROR, "java.lang.IllegalStateException: odd"));
        set(results, result("stop-flow.sample-request", Verdict.NOT_ROUTED, HOSTILE));
        set(results, right(rule("wire.order")).withFlaky(List.of(Verdict.PASSED, Verdict.UNTESTABLE)));
        RunResult run = run(results);
        return new RunResult(
                run.target(),
                run.contract(),
                run.settings(),
                run.started(),
                run.duration(),
                run.exchanges(),
                run.rules(),
                List.of("the flow nightly-flow-4k2j9x0q1m7z in us-east-1: " + HOSTILE),
                List.of("Every answer has the same body: " + HOSTILE),
                Optional.of("the time limit of the run passed"),
                List.of("line 3, stop-flow.again: it passes now"));
    }

    /** A run without most of the rules that hold. */
    static RunResult inShort(RunResult run) {
        List<String> shown = new ArrayList<>();
        return run.withRules(run.rules().stream()
                .filter(rule -> rule.verdict() != Verdict.PASSED
                        || shown.size() < 5 && shown.add(rule.rule().id()))
                .toList());
    }

    /** Nothing is served. */
    static RunResult notRouted() {
        return run(RULES.stream()
                .map(rule ->
                        result(rule.id(), Verdict.NOT_ROUTED, "/stop-flow answers like a path that does not exist"))
                .toList());
    }

    /** Nothing can be judged. */
    static RunResult untestable() {
        return run(RULES.stream()
                .map(rule -> result(rule.id(), Verdict.UNTESTABLE, "needs a scheduled flow"))
                .toList());
    }

    /** Every rule holds, and the baseline has a line too many. */
    static RunResult stale() {
        return green().withStaleBaseline(List.of("line 3, stop-flow.again: it passes now"));
    }

    /** The suite itself failed. */
    static RunResult error() {
        return run(RULES.stream()
                .map(rule -> result(rule.id(), Verdict.ERROR, "java.lang.IllegalStateException: odd"))
                .toList());
    }

    /** All runs, by what they show. */
    static Map<String, RunResult> all() {
        return Map.of(
                "green", green(),
                "red", red(),
                "not routed", notRouted(),
                "untestable", untestable(),
                "error", error(),
                "stale baseline", stale());
    }

    static Report report(RunResult run) {
        return new Reports("1.2.3", List.of(SECRET, TOKEN)).of(run);
    }

    static RunResult run(List<RuleResult> results) {
        return new RunResult(
                TARGET,
                Contract.load(),
                new Settings("control", 42, 2, true, false, "1.0"),
                Instant.EPOCH,
                Duration.ofMillis(3210),
                1234,
                results,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    static Rule rule(String id) {
        return RULES.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
    }

    static RuleResult result(String id, Verdict verdict, String reason) {
        return new RuleResult(rule(id), verdict, "control", reason, List.of(), Optional.empty(), List.of());
    }

    /** A rule that an exchange breaks. */
    static RuleResult violated(String id, Exchange exchange) {
        return violated(id, new Violation("400 UnsupportedOperationException", exchange.summary(), exchange));
    }

    static RuleResult violated(String id, Violation violation) {
        Rule rule = rule(id);
        return new RuleResult(
                rule,
                rule.level() == Level.MUST ? Verdict.FAILED : Verdict.WARNED,
                "control",
                "",
                List.of(scenario(rule, violation), scenario(rule, null)),
                Optional.empty(),
                List.of());
    }

    /** A stop of a flow, answered with 200 and a body. */
    static Exchange stopped(String body) {
        Header json = new Header("Content-Type", "application/json");
        Request request = new Request("POST", "/stop-flow", List.of(json), null, "us-east-1")
                .withBody("{\"flowName\":\"manual-flow-4k2j9x0q1m7z\"}");
        List<Header> sent = List.of(
                json,
                new Header("Authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/x, Signature=abcdef"),
                new Header("X-Amz-Security-Token", TOKEN));
        return new Exchange(
                request,
                sent,
                new Answer("HTTP/1.1", 200, List.of(json), body.getBytes(StandardCharsets.UTF_8)),
                null,
                1500);
    }

    private static RuleResult right(Rule rule) {
        Verdict verdict = rule.level() == Level.MAY ? Verdict.OBSERVED : Verdict.PASSED;
        String reason = verdict == Verdict.OBSERVED ? "A flow: 200" : "";
        return new RuleResult(
                rule, verdict, "control", reason, List.of(scenario(rule, null)), Optional.empty(), List.of());
    }

    private static ScenarioResult scenario(Rule rule, Violation violation) {
        return new ScenarioResult(
                rule.id(),
                "An on-demand flow cannot be stopped",
                1,
                violation,
                List.of("the flow manual-flow-4k2j9x0q1m7z in us-east-1, OnDemand, Active"),
                violation == null || violation.exchange().isEmpty()
                        ? List.of(stopped("{}"))
                        : List.of(stopped("{}"), violation.exchange().get()),
                List.of(),
                Duration.ofMillis(12));
    }

    private static void set(List<RuleResult> results, RuleResult other) {
        results.replaceAll(result -> result.rule().equals(other.rule()) ? other : result);
    }
}
