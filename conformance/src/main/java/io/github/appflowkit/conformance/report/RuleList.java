package io.github.appflowkit.conformance.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules of the catalogue, in a form for people, for machines or for a page. */
public final class RuleList {
    private final List<Rule> rules;

    /** Creates the list of rules, in their order. */
    public RuleList(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The list in a format. */
    public String text(Format format) {
        return switch (format) {
            case TEXT -> table();
            case JSON -> json();
            case MD -> markdown();
        };
    }

    private Map<String, List<Rule>> byFeature() {
        return rules.stream().collect(Collectors.groupingBy(Rule::feature, LinkedHashMap::new, Collectors.toList()));
    }

    private String table() {
        List<String> lines = new ArrayList<>();
        byFeature().forEach((feature, group) -> {
            lines.add(feature);
            for (Rule rule : group) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %-36s %-6s %-10s since %s",
                        rule.id(),
                        rule.level().label(),
                        rule.evidence().label(),
                        rule.since()));
                lines.addAll(Lines.wrap("      ", rule.sentence()));
            }
            lines.add("");
        });
        lines.add(Lines.counted(rules.size(), "rule") + ". 'appflow-conformance explain RULE' tells more of one.");
        return String.join("\n", lines);
    }

    private String markdown() {
        StringBuilder text = new StringBuilder("# Rules\n\n");
        text.append(Lines.counted(rules.size(), "rule"))
                .append(", rule set ")
                .append(Catalogue.RULE_SET)
                .append(
                        ". `appflow-conformance explain RULE` tells more of one, `appflow-conformance list --format md`")
                .append(" writes this page.\n\n");
        byFeature().forEach((feature, group) -> {
            text.append("## ").append(feature).append("\n\n");
            text.append("| rule | sentence | level | evidence | since | source |\n");
            text.append("| --- | --- | --- | --- | --- | --- |\n");
            group.forEach(rule -> text.append("| `")
                    .append(rule.id())
                    .append("` | ")
                    .append(String.join(
                            " | ",
                            MarkdownReport.escaped(rule.sentence()),
                            rule.level().label(),
                            rule.evidence().label(),
                            rule.since(),
                            MarkdownReport.escaped(rule.source())))
                    .append(" |\n"));
            text.append("\n");
        });
        return text.toString().strip();
    }

    private String json() {
        ObjectNode document = JsonMapper.builder().build().createObjectNode();
        document.put("kind", "appflow-conformance-rules").put("format", Report.FORMAT);
        document.put("ruleSet", Catalogue.RULE_SET);
        ArrayNode array = document.putArray("rules");
        for (Rule rule : rules) {
            ObjectNode node = array.addObject()
                    .put("id", rule.id())
                    .put("sentence", rule.sentence())
                    .put("level", rule.level().label())
                    .put("evidence", rule.evidence().label())
                    .put("since", rule.since())
                    .put("source", rule.source())
                    .put("feature", rule.feature());
            if (!rule.likelyCause().isEmpty()) {
                node.put("likelyCause", rule.likelyCause());
            }
            rule.covers().forEach(node.putArray("covers")::add);
            rule.scenarios().stream()
                    .flatMap(scenario -> scenario.needs().stream())
                    .map(Need::label)
                    .distinct()
                    .forEach(node.putArray("needs")::add);
        }
        return document.toPrettyString();
    }
}
