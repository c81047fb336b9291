package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** What a run found, for people, in 80 columns: a line a feature, a block a broken rule, and what it comes to. */
public final class ConsoleReport {
    private static final int TO_DO = 10;

    private final PrintWriter out;
    private final Ansi ansi;

    /**
     * Creates a report.
     *
     * @param ansi whether colours are shown
     */
    public ConsoleReport(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    /** Prints what a run found. */
    public void print(Report report) {
        features(report);
        broken(report, Verdict.FAILED, "red");
        broken(report, Verdict.WARNED, "yellow");
        report.with(Verdict.ERROR).forEach(rule -> told("ERROR", "red", rule, rule.reason()));
        report.known().forEach(rule -> told("KNOWN", "yellow", rule, known(rule)));
        report.flaky().forEach(rule -> told("FLAKY", "yellow", rule, flaky(rule)));
        notJudged(report);
        stale(report);
        noted("LEFT BEHIND ", report.leftBehind());
        noted("NOTE ", report.remarks());
        toDo(report);
        out.println();
        wrapped("", summary(report));
        end(report);
        out.flush();
    }

    private void features(Report report) {
        for (String feature : report.features()) {
            List<RuleEntry> rules = report.rules().stream()
                    .filter(rule -> rule.feature().equals(feature))
                    .toList();
            wrapped(
                    String.format(Locale.ROOT, "%-22s  %8s: ", feature, Lines.counted(rules.size(), "rule")),
                    Report.counts(rules));
        }
    }

    private void broken(Report report, Verdict verdict, String colour) {
        for (RuleEntry rule : report.newlyBroken()) {
            if (rule.verdict() == verdict) {
                headline(verdict.label().toUpperCase(Locale.ROOT), colour, rule);
                FailureBlock.lines(rule).forEach(out::println);
            }
        }
    }

    private void headline(String word, String colour, RuleEntry rule) {
        out.println();
        out.println(ansi.string("@|bold," + colour + " " + word + "|@ @|bold " + rule.id() + "|@"));
        wrapped("  ", about(rule));
    }

    /** How binding a rule is, what it rests on, and what made it judgeable, in a few words. */
    static String about(RuleEntry rule) {
        return rule.level().label() + ", " + rule.evidence().label() + ", since " + rule.since() + ", setup "
                + rule.setup();
    }

    private void told(String word, String colour, RuleEntry rule, String what) {
        headline(word, colour, rule);
        wrapped("  ", what);
    }

    private static String known(RuleEntry rule) {
        return "The baseline knows that it is broken: " + rule.known() + ". But got "
                + Lines.oneLine(
                        rule.violations().isEmpty()
                                ? ""
                                : rule.violations().get(0).actual(),
                        200);
    }

    /** The verdicts of a repeated run, in words. */
    static String flaky(RuleEntry rule) {
        return "Its verdict changes from one repetition to the next: "
                + rule.flaky().stream().map(Report::words).collect(Collectors.joining(", "));
    }

    /** What was not judged, by reason, so that one missing prerequisite is told once. */
    private void notJudged(Report report) {
        for (NotJudged group : NotJudged.of(report)) {
            out.println();
            wrapped("NOT JUDGED ", group.reason());
            wrapped("  ", group.inShort());
        }
        if (report.setup().equals("none") && !report.with(Verdict.UNTESTABLE).isEmpty()) {
            out.println();
            wrapped(
                    "",
                    "To judge these too, let the endpoint offer the state control API, at ENDPOINT/_control or where"
                            + " --control-url says, or name existing resources with --names.");
        }
    }

    /** Each names a file and the line of it to delete. */
    private void stale(Report report) {
        for (String line : report.staleBaseline()) {
            out.println();
            out.println(ansi.string("@|bold,yellow STALE BASELINE|@"));
            out.println(Lines.verbatim(line));
        }
    }

    private void noted(String head, List<String> texts) {
        for (String text : texts) {
            out.println();
            List<String> lines = Lines.wrap(head, text);
            out.println(ansi.string("@|bold,yellow " + head.strip() + "|@")
                    + lines.get(0).substring(head.length() - 1));
            lines.stream().skip(1).forEach(out::println);
        }
    }

    /** What is broken in the order in which to mend it, where there is an order. */
    private void toDo(Report report) {
        List<RuleEntry> rules = MendingOrder.of(report);
        if (rules.size() < 2) {
            return;
        }
        out.println();
        out.println("To mend, in this order:");
        for (int i = 0; i < Math.min(rules.size(), TO_DO); i++) {
            String line = String.format(
                    Locale.ROOT,
                    "%4d  %s: %s",
                    i + 1,
                    rules.get(i).id(),
                    rules.get(i).sentence());
            out.println(Lines.oneLine(line, Lines.WIDTH));
        }
        if (rules.size() > TO_DO) {
            out.println("      and " + (rules.size() - TO_DO) + " more, which report.md lists.");
        }
    }

    private static String summary(Report report) {
        return Lines.counted(report.rules().size(), "rule") + ", "
                + Lines.counted(report.summary().getOrDefault("exchanges", 0L), "exchange") + " in "
                + String.format(Locale.ROOT, "%.1f s", report.seconds()) + ": "
                + Report.counts(report.rules()) + ". " + unjudged(report);
    }

    /** The last line counts the rules that bind alone, so that the others are told apart here. */
    private static String unjudged(Report report) {
        List<RuleEntry> rules = report.notJudged();
        if (rules.isEmpty()) {
            return "Nothing was left unjudged.";
        }
        long may = rules.stream().filter(rule -> rule.level() == Level.MAY).count();
        return rules.size() + " not judged" + (may == 0 ? "" : ", " + may + " of them may rules") + ".";
    }

    private void end(Report report) {
        Headline headline = Headline.of(report);
        if (report.endedEarly() != null) {
            wrapped("The run ended early: ", report.endedEarly());
        }
        String colour = switch (headline.tone()) {
            case GOOD, FAIR -> "green";
            case BAD -> "red";
            case UNKNOWN -> "yellow";
        };
        List<String> lines = Lines.wrap("", headline.verdict() + ": " + headline.detail());
        out.println(ansi.string("@|bold," + colour + " " + headline.verdict() + "|@")
                + lines.get(0).substring(headline.verdict().length()));
        lines.stream().skip(1).forEach(out::println);
        if (!headline.next().isEmpty()) {
            wrapped("", headline.next());
        }
        if (!headline.options().isEmpty()) {
            out.println(Lines.verbatim(headline.options()));
        }
    }

    private void wrapped(String head, String text) {
        Lines.wrap(head, text).forEach(out::println);
    }
}
