package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.steps.Violation;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Target;
import io.github.appflowkit.conformance.verdict.RuleResult;
import io.github.appflowkit.conformance.verdict.ScenarioResult;
import java.util.ArrayList;
import java.util.List;

/** All that is needed to mend an endpoint that breaks a rule, without a look at the suite. */
final class FailureBlock {
    private final ExchangeText exchangeText;

    FailureBlock(Target target) {
        exchangeText = new ExchangeText(target);
    }

    /** The block of a broken rule, without its headline; the first violation in full, the others in a line each. */
    List<String> lines(RuleResult result) {
        Rule rule = result.rule();
        List<ScenarioResult> violations = result.violations();
        Violation violation = violations.get(0).violation().orElseThrow();

        List<String> lines = new ArrayList<>();
        lines.addAll(Lines.wrap("  ", rule.sentence() + "."));
        lines.addAll(Lines.wrap("  source    ", rule.source()));
        lines.addAll(Lines.wrap("  scenario  ", violations.get(0).title()));
        lines.addAll(Lines.wrap("  expected  ", violation.expected()));
        lines.addAll(Lines.wrap("  but got   ", Lines.oneLine(violation.actual(), 400)));
        violation.exchange().ifPresent(exchange -> lines.addAll(exchange(exchange, rule)));
        if (!rule.likelyCause().isEmpty()) {
            lines.addAll(Lines.wrap("  likely cause: ", rule.likelyCause()));
        }
        violations.stream()
                .skip(1)
                .forEach(other -> lines.addAll(Lines.wrap(
                        "  also: ",
                        other.title() + ": "
                                + Lines.oneLine(other.violation().orElseThrow().getMessage(), 200))));
        return lines;
    }

    private List<String> exchange(Exchange exchange, Rule rule) {
        List<String> lines = new ArrayList<>();
        exchangeText.request(exchange).forEach(line -> lines.addAll(Lines.wrap("    > ", line)));
        exchangeText.answer(exchange).forEach(line -> lines.addAll(Lines.wrap("    < ", line)));
        boolean stateful =
                rule.scenarios().stream().anyMatch(scenario -> !scenario.needs().isEmpty());
        lines.add(stateful ? "  to repeat it, with resources of your own (the run's are removed):" : "  to repeat it:");
        List<String> words = exchangeText.curl(exchange);
        for (int i = 0; i < words.size(); i++) {
            lines.add((i == 0 ? "    " : "      ") + words.get(i) + (i < words.size() - 1 ? " \\" : ""));
        }
        return lines;
    }
}
