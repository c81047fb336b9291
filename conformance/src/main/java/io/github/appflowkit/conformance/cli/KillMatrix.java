package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.proving.DifferenceOutcome;
import io.github.appflowkit.conformance.proving.FaultOutcome;
import io.github.appflowkit.conformance.report.Lines;
import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.verdict.ExitCode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** Which rules caught which fault, and which rules accused which permitted difference. */
final class KillMatrix {
    private final List<String> judging;
    private final List<FaultOutcome> faults;
    private final List<DifferenceOutcome> differences;

    /** Creates the matrix of the rules that were to be proved. */
    KillMatrix(List<Rule> rules, List<FaultOutcome> faults, List<DifferenceOutcome> differences) {
        this.judging = rules.stream()
                .filter(rule -> rule.level() != Level.MAY)
                .map(Rule::id)
                .toList();
        this.faults = List.copyOf(faults);
        this.differences = List.copyOf(differences);
    }

    /** 6 if the suite itself failed, 1 if anything is not as it has to be, else 0. */
    int exitCode() {
        boolean failed = faults.stream().anyMatch(outcome -> !outcome.errors().isEmpty())
                || differences.stream().anyMatch(outcome -> !outcome.errors().isEmpty());
        if (failed) {
            return ExitCode.SUITE_FAILED;
        }
        boolean proved = survivors() == 0 && wronged() == 0 && accused() == 0 && proved() == judging.size();
        return proved ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
    }

    /** Prints the two lists, and what they come to in a last line. */
    void print(PrintWriter out, Duration duration) {
        out.println("Faults, each with the rules that caught it");
        faults.forEach(outcome -> print(out, outcome));
        out.println();
        out.println("Permitted differences, each with the rules that accuse it");
        differences.forEach(outcome -> {
            lines(out, "  ", outcome.difference().name());
            lines(out, "      ", outcome.accusedBy().isEmpty() ? "none" : "ACCUSED by " + ids(outcome.accusedBy()));
            error(out, outcome.errors());
        });
        out.println();
        unproved(out);
        out.println(Lines.counted(faults.size() + differences.size(), "endpoint") + " judged in " + duration.toSeconds()
                + " s"
                + (wronged() == 0 ? "." : "; " + wronged() + " with one fault accused of more."));
        out.println(sum());
        out.flush();
    }

    private static void print(PrintWriter out, FaultOutcome outcome) {
        List<String> missed = outcome.missedBy();
        List<String> wrong = outcome.accusedWronglyBy();
        List<String> caught =
                outcome.broken().stream().filter(id -> !wrong.contains(id)).toList();
        lines(out, "  ", outcome.fault().name());
        lines(out, "      ", caught.isEmpty() ? "none" : ids(caught));
        if (!missed.isEmpty()) {
            lines(out, "      SURVIVES ", ids(missed));
        }
        if (!wrong.isEmpty()) {
            lines(out, "      ACCUSED of more by ", ids(wrong));
        }
        error(out, outcome.errors());
    }

    private void unproved(PrintWriter out) {
        List<String> unproved = judging.stream().filter(id -> !isProved(id)).toList();
        if (!unproved.isEmpty()) {
            lines(out, "No fault proves ", ids(unproved));
            out.println();
        }
    }

    private String sum() {
        return (faults.size() - survivors()) + " of " + Lines.counted(faults.size(), "fault") + " caught, " + accused()
                + " of " + Lines.counted(differences.size(), "difference") + " accused, " + proved() + " of "
                + Lines.counted(judging.size(), "rule") + " proved";
    }

    private long survivors() {
        return faults.stream().filter(outcome -> !outcome.missedBy().isEmpty()).count();
    }

    private long wronged() {
        return faults.stream()
                .filter(outcome -> !outcome.accusedWronglyBy().isEmpty())
                .count();
    }

    private long accused() {
        return differences.stream()
                .filter(outcome -> !outcome.accusedBy().isEmpty())
                .count();
    }

    private long proved() {
        return judging.stream().filter(this::isProved).count();
    }

    private boolean isProved(String id) {
        return faults.stream().anyMatch(outcome -> outcome.proves(id));
    }

    private static void error(PrintWriter out, List<String> errors) {
        if (!errors.isEmpty()) {
            lines(out, "      THE SUITE FAILED over ", ids(errors));
        }
    }

    private static String ids(List<String> ids) {
        return String.join(", ", ids);
    }

    private static void lines(PrintWriter out, String head, String text) {
        Lines.wrap(head, text).forEach(out::println);
    }
}
