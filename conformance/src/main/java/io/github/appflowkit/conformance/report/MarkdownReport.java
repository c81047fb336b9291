package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code report.md}: what a run found, for the summary of a CI job, which takes a mebibyte at most. */
final class MarkdownReport {
    private static final int LIMIT = 900_000;
    private static final int BLOCK = 30_000;
    private static final Pattern PUNCTUATION = Pattern.compile("[!-/:-@\\[-`{-~]");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private final Report report;
    private final StringBuilder text = new StringBuilder();
    private int bytes;
    private int leftOut;

    private MarkdownReport(Report report) {
        this.report = report;
    }

    /** The document of a report. */
    static String write(Report report) {
        return new MarkdownReport(report).document();
    }

    private String document() {
        head();
        toDo();
        blocks("Failed", Verdict.FAILED);
        blocks("Warned", Verdict.WARNED);
        entries("Errors of the suite", report.with(Verdict.ERROR), RuleEntry::reason);
        entries("Known failures", report.known(), rule -> rule.known().toString());
        entries("Flaky", report.flaky(), ConsoleReport::flaky);
        notJudged();
        list("Stale lines of the baseline", report.staleBaseline());
        list("Left behind at the endpoint", report.leftBehind());
        if (leftOut > 0) {
            text.append("\n*Left out, since a summary has a limit: ")
                    .append(Lines.counted(leftOut, "part"))
                    .append(". report.html holds everything.*\n");
        }
        return text.toString();
    }

    private void head() {
        Headline headline = Headline.of(report);
        add("## AppFlow conformance: " + escaped(headline.verdict().toLowerCase(Locale.ROOT)) + "\n\n");
        add(escaped(headline.detail()) + (headline.next().isEmpty() ? "" : " " + escaped(headline.next()))
                + (headline.options().isEmpty() ? "" : " " + code(headline.options())) + "\n");
        if (report.endedEarly() != null) {
            add("\n**The run ended early:** " + escaped(report.endedEarly()) + "\n");
        }
        report.remarks().forEach(remark -> add("\n> **Note:** " + escaped(remark) + "\n"));
        add("\n" + code(report.target().endpoint()) + ", setup " + code(report.setup()) + ", seed "
                + code(String.valueOf(report.seed())) + ", suite "
                + code(report.suite().version()) + "\n\n");
        counts();
    }

    private void counts() {
        List<Verdict> verdicts = Arrays.stream(Verdict.values())
                .filter(verdict -> !report.with(verdict).isEmpty())
                .toList();
        row("", verdicts.stream().map(Report::words).toList());
        row("---", verdicts.stream().map(verdict -> "---:").toList());
        for (String feature : report.features()) {
            row(
                    escaped(feature),
                    verdicts.stream().map(verdict -> count(verdict, feature)).toList());
        }
        row("**all**", verdicts.stream().map(verdict -> count(verdict, null)).toList());
    }

    private String count(Verdict verdict, String feature) {
        long count = report.with(verdict).stream()
                .filter(rule -> feature == null || rule.feature().equals(feature))
                .count();
        return count == 0 ? "" : String.valueOf(count);
    }

    /** What is broken, to be ticked off in the order in which to mend it. */
    private void toDo() {
        List<RuleEntry> rules = MendingOrder.of(report);
        if (!rules.isEmpty()) {
            add("\n### To mend, in this order\n\n");
            rules.forEach(rule -> add("- [ ] " + code(rule.id()) + ": " + escaped(rule.sentence()) + "\n"));
        }
    }

    private void row(String head, List<String> cells) {
        add("| " + head + " | " + String.join(" | ", cells) + " |\n");
    }

    private void blocks(String title, Verdict verdict) {
        List<RuleEntry> rules = report.newlyBroken().stream()
                .filter(rule -> rule.verdict() == verdict)
                .toList();
        if (!rules.isEmpty()) {
            add("\n### " + title + "\n");
            rules.forEach(this::block);
        }
    }

    private void block(RuleEntry rule) {
        String lines = String.join("\n", FailureBlock.lines(rule));
        String block = lines.length() > BLOCK ? Excerpt.of(lines, BLOCK, "") : lines;
        String fence = "`".repeat(Math.max(3, 1 + longestRun(block)));
        add("\n<details>\n<summary><b>" + html(rule.id()) + "</b> (" + html(ConsoleReport.about(rule)) + "): "
                + html(rule.sentence()) + "</summary>\n\n" + fence + "text\n" + block + "\n" + fence
                + "\n\n</details>\n");
    }

    private void entries(String title, List<RuleEntry> rules, Function<RuleEntry, String> what) {
        list(
                title,
                rules.stream().map(rule -> rule.id() + ": " + what.apply(rule)).toList());
    }

    private void notJudged() {
        List<NotJudged> groups = NotJudged.of(report);
        if (!groups.isEmpty()) {
            add("\n### Not judged\n\n| reason | rules | |\n| --- | ---: | --- |\n");
            groups.forEach(group -> add("| " + escaped(Lines.oneLine(group.reason(), 1000)) + " | "
                    + group.rules().size() + " | " + escaped(group.inShort()) + " |\n"));
        }
    }

    private void list(String title, List<String> texts) {
        if (!texts.isEmpty()) {
            add("\n### " + title + "\n\n");
            texts.forEach(each -> add("- " + escaped(Lines.oneLine(each, 2000)) + "\n"));
        }
    }

    /** Adds a part whole, or leaves it out where there is no more room. */
    private void add(String part) {
        int length = part.getBytes(StandardCharsets.UTF_8).length;
        if (bytes + length > LIMIT) {
            leftOut++;
        } else {
            bytes += length;
            text.append(part);
        }
    }

    /** A text in which nothing is markup. */
    static String escaped(String text) {
        return PUNCTUATION.matcher(text.replace('\n', ' ')).replaceAll(MarkdownReport::escaped);
    }

    private static String escaped(MatchResult punctuation) {
        return switch (punctuation.group()) {
            case ",", ".", ":", ";", "-", "'", "\"", "/", "(", ")", "%", "=", "?", "+" -> punctuation.group();
            case "<" -> "&lt;";
            case ">" -> "&gt;";
            case "&" -> "&amp;";
            default -> "\\\\" + Matcher.quoteReplacement(punctuation.group());
        };
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String code(String text) {
        String ticks = "`".repeat(1 + longestRun(text));
        return ticks + text.replace('\n', ' ') + ticks;
    }

    private static int longestRun(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
    }
}
