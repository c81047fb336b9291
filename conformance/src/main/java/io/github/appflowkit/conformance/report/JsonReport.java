package io.github.appflowkit.conformance.report;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appflowkit.conformance.rule.Coverage;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.steps.Violation;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.verdict.RuleResult;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.ScenarioResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code report.json}: everything that a run found, for machines. */
public final class JsonReport {
    /** The version of the document's form; its major part rises when a reader must change. */
    static final String FORMAT = "1.0";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String suiteVersion;

    /** Creates a report of a version of the suite. */
    public JsonReport(String suiteVersion) {
        this.suiteVersion = suiteVersion;
    }

    /** Writes the report into a folder. */
    public void write(RunResult result, Path folder) throws IOException {
        // What an endpoint answers need not be text that UTF-8 can hold.
        JSON.writerWithDefaultPrettyPrinter()
                .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                .writeValue(folder.resolve("report.json").toFile(), document(result));
    }

    ObjectNode document(RunResult result) {
        ObjectNode document = JSON.createObjectNode()
                .put("kind", "appflow-conformance-report")
                .put("format", FORMAT)
                .put("started", result.started().toString())
                .put("seconds", result.duration().toMillis() / 1000.0)
                .put("seed", result.settings().seed())
                .put("setup", result.settings().setup());
        document.putObject("suite").put("version", suiteVersion);
        document.putObject("contract")
                .put("version", result.contract().version())
                .put("sha256", result.contract().hash());
        document.putObject("target")
                .put("endpoint", result.target().endpoint().toString())
                .put("region", result.target().region());
        ObjectNode summary = document.putObject("summary")
                .put("rules", result.rules().size())
                .put("judged", result.judged())
                .put("exchanges", result.exchanges());
        result.counts().forEach((verdict, count) -> summary.put(verdict.label(), count));
        coverage(document.putObject("coverage"), result);
        ArrayNode rules = document.putArray("rules");
        result.rules().forEach(rule -> rule(rules.addObject(), rule, result));
        result.leftBehind().forEach(document.putArray("leftBehind")::add);
        return document;
    }

    /** The elements of the contract, each with the rules of this run that cover it. */
    private static void coverage(ObjectNode node, RunResult result) {
        List<Rule> rules = result.rules().stream().map(RuleResult::rule).toList();
        new Coverage(result.contract(), rules)
                .rulesByElement()
                .forEach((element, ids) -> ids.forEach(node.putArray(element)::add));
    }

    private static void rule(ObjectNode node, RuleResult result, RunResult run) {
        Rule rule = result.rule();
        node.put("id", rule.id())
                .put("sentence", rule.sentence())
                .put("level", rule.level().label())
                .put("evidence", rule.evidence().label())
                .put("source", rule.source())
                .put("feature", rule.feature())
                .put("verdict", result.verdict().label())
                .put("setup", result.setup())
                .put("scenarios", result.scenarios().size())
                .put(
                        "exchanges",
                        result.scenarios().stream()
                                .mapToInt(scenario -> scenario.exchanges().size())
                                .sum());
        if (!result.reason().isEmpty()) {
            node.put("reason", result.reason());
        }
        if (!result.violations().isEmpty()) {
            ArrayNode violations = node.putArray("violations");
            result.violations().forEach(violation -> violation(violations.addObject(), violation, run));
            node.put("likelyCause", rule.likelyCause());
        }
    }

    private static void violation(ObjectNode node, ScenarioResult scenario, RunResult run) {
        Violation violation = scenario.violation().orElseThrow();
        node.put("scenario", scenario.title())
                .put("expected", violation.expected())
                .put("actual", violation.actual());
        violation.exchange().ifPresent(exchange -> exchange(node, exchange, new ExchangeText(run.target())));
    }

    private static void exchange(ObjectNode node, Exchange exchange, ExchangeText text) {
        text.request(exchange).forEach(node.putArray("request")::add);
        text.answer(exchange).forEach(node.putArray("answer")::add);
        node.put("curl", String.join(" ", text.curl(exchange)));
    }
}
