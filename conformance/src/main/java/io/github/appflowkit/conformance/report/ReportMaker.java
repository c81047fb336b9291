package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.steps.Violation;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.trace.Trace;
import io.github.appflowkit.conformance.verdict.ExitCode;
import io.github.appflowkit.conformance.verdict.KnownFailure;
import io.github.appflowkit.conformance.verdict.RuleResult;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.ScenarioResult;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the report of a run, and sees to it that none of its texts holds a secret or a control character. */
final class ReportMaker {
    private static final int MOST_BEFORE = 4;

    private final RunResult result;
    private final String suiteVersion;
    private final Masking masking;
    private final ExchangeText exchangeText;
    private final Trace trace;

    /**
     * Creates a maker.
     *
     * @param secrets what no report may hold, besides what the run is seen to have sent
     */
    ReportMaker(RunResult result, String suiteVersion, Collection<String> secrets) {
        this.result = result;
        this.suiteVersion = suiteVersion;
        List<String> all = new ArrayList<>(secrets);
        all.addAll(sentTokens(result));
        masking = Masking.of(all);
        exchangeText = new ExchangeText(result.target(), masking);
        trace = Trace.of(
                result.contract(), result.rules().stream().map(RuleResult::rule).toList());
    }

    Report report() {
        List<RuleEntry> rules = result.rules().stream().map(this::entry).toList();
        return new Report(
                Report.KIND,
                Report.FORMAT,
                new Report.Suite(suiteVersion),
                new Report.Contract(
                        result.contract().version(), result.contract().hash()),
                new Report.Target(
                        shown(result.target().endpoint().toString()),
                        result.target().region()),
                result.started().toString(),
                seconds(result.duration()),
                result.settings().seed(),
                result.settings().setup(),
                new Report.Settings(
                        result.settings().workers(),
                        result.settings().signed(),
                        result.settings().strict(),
                        result.settings().ruleSet(),
                        result.settings().requireJudged()),
                ExitCode.of(result),
                summary(),
                shown(result.remarks()),
                result.endedEarly().map(this::shown).orElse(null),
                shown(result.staleBaseline()),
                shown(result.leftBehind()),
                byElement(
                        element -> trace.rulesOf(element).stream().map(Rule::id).toList()),
                byElement(trace::serverTestsOf),
                rules);
    }

    private Map<String, Long> summary() {
        Map<String, Long> summary = new LinkedHashMap<>();
        summary.put("rules", (long) result.rules().size());
        summary.put("judged", result.judged());
        summary.put("exchanges", (long) result.exchanges());
        result.counts().forEach((verdict, count) -> summary.put(verdict.label(), count));
        return summary;
    }

    private Map<String, List<String>> byElement(Function<String, List<String>> found) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        trace.elements().forEach(element -> map.put(element, found.apply(element)));
        return map;
    }

    private RuleEntry entry(RuleResult entry) {
        Rule rule = entry.rule();
        // What a rule that is not judged saw stands in its reason.
        List<ScenarioResult> violations = entry.verdict() == Verdict.OBSERVED ? List.of() : entry.violations();
        return new RuleEntry(
                rule.id(),
                rule.sentence(),
                rule.level(),
                rule.evidence(),
                rule.since(),
                rule.source(),
                rule.feature(),
                rule.everyAnswer(),
                trace.faultsOf(List.of(rule)),
                entry.verdict(),
                result.fails(entry),
                entry.setup(),
                entry.scenarios().size(),
                entry.scenarios().stream()
                        .mapToInt(scenario -> scenario.exchanges().size())
                        .sum(),
                seconds(entry.scenarios().stream().map(ScenarioResult::duration).reduce(Duration.ZERO, Duration::plus)),
                entry.reason().isEmpty() ? null : shown(entry.reason()),
                likelyCause(rule, violations),
                entry.known().map(this::known).orElse(null),
                entry.flaky(),
                violations.stream().map(scenario -> violation(scenario, rule)).toList());
    }

    private RuleEntry.Known known(KnownFailure known) {
        return new RuleEntry.Known(
                shown(known.reason()),
                known.issue().map(this::shown).orElse(null),
                known.until().map(LocalDate::toString).orElse(null));
    }

    private ViolationEntry violation(ScenarioResult scenario, Rule rule) {
        Violation violation = scenario.violation().orElseThrow();
        boolean stateful =
                rule.scenarios().stream().anyMatch(example -> !example.needs().isEmpty());
        return new ViolationEntry(
                shown(scenario.title()),
                shown(scenario.given()),
                before(scenario),
                shown(violation.expected()),
                shown(violation.actual()),
                violation
                        .exchange()
                        .map(exchange -> exchangeText.entry(
                                exchange, stateful, violation.actual() + "\n" + violation.expected()))
                        .orElse(null));
    }

    /** The cause of the first violation, which reports show in full. */
    private static String likelyCause(Rule rule, List<ScenarioResult> violations) {
        return violations.stream()
                .findFirst()
                .flatMap(ScenarioResult::violation)
                .flatMap(violation -> Causes.of(rule, violation))
                .orElse(null);
    }

    private List<String> before(ScenarioResult scenario) {
        List<String> lines = scenario.before().stream().map(exchangeText::line).toList();
        return lines.subList(Math.max(0, lines.size() - MOST_BEFORE), lines.size());
    }

    private String shown(String text) {
        return masking.shown(text);
    }

    private List<String> shown(List<String> texts) {
        return texts.stream().map(this::shown).toList();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** The session token that requests bear, which an endpoint may repeat without its name. */
    private static List<String> sentTokens(RunResult result) {
        Optional<Exchange> first = result.rules().stream()
                .flatMap(rule -> rule.scenarios().stream())
                .flatMap(scenario -> scenario.exchanges().stream())
                .findFirst();
        return first.stream()
                .flatMap(exchange -> exchange.sent().stream())
                .filter(header -> header.name().equalsIgnoreCase("X-Amz-Security-Token"))
                .map(Header::value)
                .toList();
    }
}
