package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.verdict.ExitCode;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run comes to, in words.
 *
 * @param tone how good it is
 * @param verdict in two or three words, such as {@code Not conformant}
 * @param detail in a sentence, with a full stop
 * @param next what to do now; empty for nothing
 * @param options what to copy after it, on the same command's line; empty for nothing
 */
record Headline(Tone tone, String verdict, String detail, String next, String options) {
    private Headline(Tone tone, String verdict, String detail, String next) {
        this(tone, verdict, detail, next, "");
    }

    /** How good a run's outcome is; each has its colour. */
    enum Tone {
        GOOD,
        FAIR,
        BAD,
        UNKNOWN
    }

    static Headline of(Report report) {
        return switch (report.exitCode()) {
            case ExitCode.CONFORMANT -> conformant(report);
            case ExitCode.NOT_CONFORMANT -> notConformant(report);
            case ExitCode.NOT_REACHED ->
                report.endedEarly() != null
                        ? new Headline(Tone.UNKNOWN, "Not reached", report.endedEarly(), "")
                        : new Headline(
                                Tone.UNKNOWN,
                                "Not served",
                                "The endpoint does not serve " + unserved(report)
                                        + ": the path answers like one that does not" + " exist.",
                                "Check the URL and its path, and that the service is switched on. An endpoint that offers one"
                                        + " operation alone is judged with --operation.");
            case ExitCode.NOTHING_JUDGED -> notJudged(report);
            case ExitCode.SUITE_FAILED ->
                new Headline(
                        Tone.UNKNOWN,
                        "The suite failed",
                        Lines.counted(report.with(Verdict.ERROR).size(), "rule")
                                + " ended in an error of the suite itself, which says nothing of the endpoint.",
                        "Please report it, with report.json.");
            case ExitCode.STALE_BASELINE -> stale(report);
            default -> throw new IllegalArgumentException("no report has the exit code " + report.exitCode());
        };
    }

    private static Headline conformant(Report report) {
        long passed = report.with(Verdict.PASSED).size();
        List<String> parts = new ArrayList<>();
        if (passed > 0) {
            parts.add(Lines.counted(passed, "rule") + (passed == 1 ? " holds" : " hold"));
        }
        add(parts, report.newlyBroken().size(), "warned of");
        add(parts, report.known().size(), "known to be broken");
        add(parts, bindingNotJudged(report), "not judged");
        if (report.endedEarly() != null) {
            return new Headline(
                    Tone.FAIR,
                    "Not finished",
                    enumerated(parts) + ": " + withoutFullStop(report.endedEarly()) + ".",
                    "");
        }
        boolean whole = parts.size() == 1 && passed > 0;
        return new Headline(
                whole ? Tone.GOOD : Tone.FAIR,
                report.known().isEmpty() ? "Conformant" : "Nothing new is broken",
                whole ? all(passed) : enumerated(parts) + ".",
                "");
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String all(long passed) {
        return passed == 1 ? "The one rule holds." : "Every one of " + passed + " rules holds.";
    }

    private static Headline notConformant(Report report) {
        RuleEntry first = MendingOrder.of(report).get(0);
        List<String> broken = Stream.of(Level.MUST, Level.SHOULD)
                .filter(level -> broken(report, level) > 0)
                .map(level -> Lines.counted(broken(report, level), level.label() + " rule"))
                .toList();
        return new Headline(
                Tone.BAD,
                "Not conformant",
                enumerated(broken) + (report.failing().size() == 1 ? " is broken." : " are broken."),
                // What breaks a rule about every answer may have been asked for by any other.
                first.everyAnswer()
                        ? "Mend one, and judge again: add the options"
                        : "Mend one, and judge by it alone: add the options",
                (first.everyAnswer() ? "" : "--rule " + first.id() + " ") + "--seed " + report.seed());
    }

    private static long broken(Report report, Level level) {
        return report.failing().stream().filter(rule -> rule.level() == level).count();
    }

    private static Headline notJudged(Report report) {
        long judged = report.summary().getOrDefault("judged", 0L);
        return new Headline(
                Tone.UNKNOWN,
                judged == 0 ? "Nothing was judged" : "Too little was judged",
                judged + " of " + report.binding() + " must and should rules could be judged"
                        + (report.settings().requireJudged() > 0
                                ? ", and " + report.settings().requireJudged() + " % have to be."
                                : "."),
                "What is missing stands with each rule that was not judged.");
    }

    private static Headline stale(Report report) {
        return new Headline(
                Tone.BAD,
                "The baseline is out of date",
                (report.staleBaseline().size() == 1
                                ? "1 entry"
                                : report.staleBaseline().size() + " entries")
                        + " of it must go.",
                "Delete what is listed as stale; 'appflow-conformance baseline update FILE' does so after a run.");
    }

    private static String unserved(Report report) {
        List<String> features = report.with(Verdict.NOT_ROUTED).stream()
                .map(RuleEntry::feature)
                .filter(feature -> report.coverage().containsKey(feature))
                .distinct()
                .toList();
        return features.isEmpty() ? "the operations" : enumerated(features);
    }

    private static long bindingNotJudged(Report report) {
        return report.notJudged().stream()
                .filter(rule -> rule.level() != Level.MAY)
                .count();
    }

    /** Adds a part for a count that is not 0; the first part says what is counted. */
    private static void add(List<String> parts, long count, String words) {
        if (count > 0) {
            String counted = parts.isEmpty() ? Lines.counted(count, "rule") : String.valueOf(count);
            parts.add(counted + (count == 1 ? " is " : " are ") + words);
        }
    }

    private static String enumerated(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
