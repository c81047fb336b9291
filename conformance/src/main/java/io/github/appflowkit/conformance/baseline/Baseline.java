package io.github.appflowkit.conformance.baseline;

import io.github.appflowkit.conformance.file.YamlFile;
import io.github.appflowkit.conformance.file.YamlNode;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.verdict.KnownFailure;
import io.github.appflowkit.conformance.verdict.RuleResult;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The failures of an endpoint that are known, each with its reason. They do not fail a run, but an entry that is out of
 * date does, so that the file only ever gets shorter by itself.
 *
 * @param path the file
 * @param lines its lines
 * @param entries its entries, in their order
 */
public record Baseline(Path path, List<String> lines, List<Entry> entries) {
    private static final List<String> MEMBERS = List.of("rule", "reason", "issue", "until");

    public Baseline {
        lines = List.copyOf(lines);
        entries = List.copyOf(entries);
    }

    /**
     * A known failure, and where it stands.
     *
     * @param line its first line in the file, from 1
     * @param lastLine its last one
     */
    public record Entry(KnownFailure known, int line, int lastLine) {
        public String rule() {
            return known.rule();
        }
    }

    /**
     * Reads a file.
     *
     * @throws InvalidFileException if it is not a list of known failures of these rules
     */
    public static Baseline read(Path path, Catalogue catalogue) {
        YamlFile file = YamlFile.open(path);
        YamlNode root = file.read();
        if (root.items() == null && root.scalar() == null && root.members() == null) {
            return new Baseline(path, file.lines(), List.of());
        }
        if (root.items() == null) {
            throw file.wrong(root.line(), "a list of known failures is needed, not " + root.kind());
        }
        List<Entry> entries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        int lastLine = 0;
        for (YamlNode item : root.items()) {
            Entry entry = entry(file, item, catalogue);
            Integer before = lines.putIfAbsent(entry.rule(), entry.line());
            if (before != null) {
                throw file.wrong(entry.line(), entry.rule() + " stands on line " + before + " already");
            }
            if (entry.line() <= lastLine) {
                throw file.wrong(entry.line(), "each known failure needs lines of its own");
            }
            lastLine = entry.lastLine();
            entries.add(entry);
        }
        return new Baseline(path, file.lines(), entries);
    }

    private static Entry entry(YamlFile file, YamlNode item, Catalogue catalogue) {
        if (item.members() == null) {
            throw file.wrong(item.line(), "a known failure has a rule and a reason, and is not " + item.kind());
        }
        item.members().forEach((name, value) -> {
            if (!MEMBERS.contains(name)) {
                throw file.wrong(value.line(), "'" + name + "' is none of " + String.join(", ", MEMBERS));
            }
            if (value.scalar() == null) {
                throw file.wrong(value.line(), "'" + name + "' needs a text, not " + value.kind());
            }
        });
        String rule = text(item, "rule").orElseThrow(() -> file.wrong(item.line(), "the rule is missing"));
        if (catalogue.rule(rule).isEmpty()) {
            throw file.wrong(
                    item.members().get("rule").line(),
                    "no rule is called " + rule + ": 'appflow-conformance list' shows them all");
        }
        String reason = text(item, "reason")
                .orElseThrow(() -> file.wrong(item.line(), "the reason is missing: why may " + rule + " fail?"));
        Optional<LocalDate> until = text(item, "until")
                .map(day -> day(file, item.members().get("until").line(), day));
        int line = item.line() > 1 && file.lines().get(item.line() - 2).strip().equals("-")
                ? item.line() - 1
                : item.line();
        return new Entry(new KnownFailure(rule, reason, text(item, "issue"), until), line, item.lastLine());
    }

    private static Optional<String> text(YamlNode item, String name) {
        return Optional.ofNullable(item.members().get(name)).map(YamlNode::scalar);
    }

    private static LocalDate day(YamlFile file, int line, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw file.wrong(line, "until: '" + text + "' is not a day such as 2026-12-31");
        }
    }

    /** Whether a failure of this rule is known. */
    public boolean knows(String rule) {
        return entries.stream().anyMatch(entry -> entry.rule().equals(rule));
    }

    /** A result in which the failures that are known say so, with what is out of date in the file. */
    public RunResult applyTo(RunResult result, LocalDate today) {
        Map<String, RuleResult> results = result.rules().stream()
                .collect(Collectors.toMap(rule -> rule.rule().id(), Function.identity()));
        Map<String, KnownFailure> known = entries.stream().collect(Collectors.toMap(Entry::rule, Entry::known));
        List<String> outOfDate = entries.stream()
                .flatMap(entry -> outOfDate(entry, results.get(entry.rule()), today).stream())
                .toList();
        return result.withRules(result.rules().stream()
                        .map(rule ->
                                rule.isBroken() && known.containsKey(rule.rule().id())
                                        ? rule.knownAs(known.get(rule.rule().id()))
                                        : rule)
                        .toList())
                .withStaleBaseline(outOfDate)
                .withRemarks(notJudged(results));
    }

    private Optional<String> outOfDate(Entry entry, RuleResult result, LocalDate today) {
        String place = path + ":" + entry.line() + ": ";
        boolean holds = result == null || result.isBroken() || isNotJudged(result);
        if (!holds) {
            String why = result.verdict() == Verdict.OBSERVED ? " is never judged" : " does not fail any more";
            return Optional.of(place + entry.rule() + why + ": delete " + shown(entry));
        }
        return entry.known().isExpiredOn(today)
                ? Optional.of(place + entry.rule() + " was known until "
                        + entry.known().until().orElseThrow() + ": mend the endpoint and delete, or renew, "
                        + shown(entry))
                : Optional.empty();
    }

    /** The lines of an entry, each with its number. */
    private String shown(Entry entry) {
        return IntStream.rangeClosed(entry.line(), entry.lastLine())
                .mapToObj(line -> "line " + line + " \"" + lines.get(line - 1).stripTrailing() + "\"")
                .collect(Collectors.joining(", "));
    }

    private List<String> notJudged(Map<String, RuleResult> results) {
        List<String> open = entries.stream()
                .map(Entry::rule)
                .filter(rule -> results.get(rule) == null || isNotJudged(results.get(rule)))
                .toList();
        return open.isEmpty()
                ? List.of()
                : List.of("This run says nothing of what " + path + " knows about rules that it did not judge: "
                        + String.join(", ", open));
    }

    private static boolean isNotJudged(RuleResult result) {
        return switch (result.verdict()) {
            case UNTESTABLE, NOT_ROUTED, ERROR -> true;
            case PASSED, FAILED, WARNED, OBSERVED -> false;
        };
    }
}
