package io.github.appflowkit.conformance.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of an endpoint, or of its judgement, between two runs. */
public final class ReportDiff {
    /** From good to bad; a rule whose operation is no longer served is broken for whoever calls it. */
    private static final List<Verdict> WORSE = List.of(Verdict.PASSED, Verdict.WARNED, Verdict.FAILED);

    private final Report before;
    private final Report after;
    private final Map<Kind, List<Change>> changes = new LinkedHashMap<>();

    /** Compares two reports, the older first. */
    public ReportDiff(Report before, Report after) {
        this.before = before;
        this.after = after;
        for (Kind kind : Kind.values()) {
            changes.put(kind, new ArrayList<>());
        }
        Map<String, RuleEntry> old = byId(before);
        Map<String, RuleEntry> now = byId(after);
        Set<String> ids = new LinkedHashSet<>(now.keySet());
        ids.addAll(old.keySet());
        for (String id : ids) {
            Optional<Verdict> was = Optional.ofNullable(old.get(id)).map(RuleEntry::verdict);
            Optional<Verdict> is = Optional.ofNullable(now.get(id)).map(RuleEntry::verdict);
            kind(was, is).ifPresent(kind -> changes.get(kind).add(new Change(id, was, is)));
        }
    }

    /** What may become of a rule. */
    enum Kind {
        REGRESSED("regressed"),
        FIXED("fixed"),
        NEWLY_JUDGED("newly judged"),
        NO_LONGER_JUDGED("no longer judged"),
        NEW("new rules"),
        GONE("gone rules");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        private String counted(int count) {
            return count + " " + (count == 1 ? words.replace("rules", "rule") : words);
        }

        /** The kind as a member of a JSON document, such as {@code newlyJudged}. */
        private String member() {
            StringBuilder member = new StringBuilder();
            for (String word : words.split(" ")) {
                member.append(
                        member.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
            return member.toString();
        }
    }

    /** A rule whose verdict is another one, or that stands in one report alone. */
    private record Change(String id, Optional<Verdict> was, Optional<Verdict> is) {
        private String words() {
            return was.map(Report::words).orElse("absent") + " -> "
                    + is.map(Report::words).orElse("absent");
        }
    }

    /** Whether a rule that held does not any more. */
    public boolean hasRegressed() {
        return !changes.get(Kind.REGRESSED).isEmpty();
    }

    /** The comparison in a format. */
    public String text(Format format) {
        return switch (format) {
            case TEXT -> lines();
            case JSON -> json();
            case MD -> markdown();
        };
    }

    private static Map<String, RuleEntry> byId(Report report) {
        return report.rules().stream()
                .collect(Collectors.toMap(RuleEntry::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private static Optional<Kind> kind(Optional<Verdict> was, Optional<Verdict> is) {
        if (was.isEmpty() || is.isEmpty()) {
            return Optional.of(was.isEmpty() ? Kind.NEW : Kind.GONE);
        }
        int old = WORSE.indexOf(was.get());
        int now = is.get() == Verdict.NOT_ROUTED ? WORSE.size() : WORSE.indexOf(is.get());
        if (old < 0) {
            return now < 0 || is.get() == Verdict.NOT_ROUTED ? Optional.empty() : Optional.of(Kind.NEWLY_JUDGED);
        }
        if (now < 0) {
            return Optional.of(Kind.NO_LONGER_JUDGED);
        }
        return now == old ? Optional.empty() : Optional.of(now > old ? Kind.REGRESSED : Kind.FIXED);
    }

    private String summary() {
        return changes.entrySet().stream()
                .map(entry -> entry.getKey().counted(entry.getValue().size()))
                .collect(Collectors.joining(", "));
    }

    private static String head(Report report) {
        return report.target().endpoint() + ", " + report.started() + ", suite "
                + report.suite().version() + ", setup " + report.setup() + ": " + Report.counts(report.rules());
    }

    private String lines() {
        List<String> lines = new ArrayList<>();
        lines.addAll(Lines.wrap("before  ", head(before)));
        lines.addAll(Lines.wrap("after   ", head(after)));
        otherContract().ifPresent(note -> lines.addAll(Lines.wrap("note    ", note)));
        changes.forEach((kind, rules) -> {
            if (!rules.isEmpty()) {
                lines.add("");
                lines.add(kind.words + " (" + rules.size() + ")");
                rules.forEach(rule -> lines.add(String.format(Locale.ROOT, "  %-36s %s", rule.id(), rule.words())));
            }
        });
        lines.add("");
        lines.addAll(Lines.wrap("", summary() + "."));
        return String.join("\n", lines);
    }

    private String markdown() {
        StringBuilder text = new StringBuilder("## AppFlow conformance: " + summary() + "\n\n");
        text.append("- before: ").append(MarkdownReport.escaped(head(before))).append("\n");
        text.append("- after: ").append(MarkdownReport.escaped(head(after))).append("\n");
        otherContract().ifPresent(note -> text.append("- note: ").append(note).append("\n"));
        changes.forEach((kind, rules) -> {
            if (!rules.isEmpty()) {
                text.append("\n### ").append(kind.words).append("\n\n| rule | before | after |\n| --- | --- | --- |\n");
                rules.forEach(rule -> text.append("| `")
                        .append(rule.id())
                        .append("` | ")
                        .append(rule.words().replace(" -> ", " | "))
                        .append(" |\n"));
            }
        });
        return text.toString().strip();
    }

    private String json() {
        ObjectNode document = JsonMapper.builder().build().createObjectNode();
        document.put("kind", "appflow-conformance-diff").put("format", Report.FORMAT);
        run(document.putObject("before"), before);
        run(document.putObject("after"), after);
        changes.forEach((kind, rules) -> {
            ArrayNode array = document.putArray(kind.member());
            rules.forEach(rule -> {
                ObjectNode node = array.addObject().put("id", rule.id());
                rule.was().ifPresent(verdict -> node.put("before", verdict.label()));
                rule.is().ifPresent(verdict -> node.put("after", verdict.label()));
            });
        });
        return document.toPrettyString();
    }

    private static void run(ObjectNode node, Report report) {
        node.put("endpoint", report.target().endpoint())
                .put("started", report.started())
                .put("suite", report.suite().version())
                .put("contract", report.contract().sha256())
                .put("setup", report.setup());
    }

    /** Two contracts may differ in what they ask of an endpoint. */
    private Optional<String> otherContract() {
        return before.contract().sha256().equals(after.contract().sha256())
                ? Optional.empty()
                : Optional.of("the two runs judged by different contracts, so that a verdict may change although the"
                        + " endpoint did not");
    }
}
