package io.github.appflowkit.conformance.run;

import io.github.appflowkit.conformance.report.Lines;
import io.github.appflowkit.conformance.report.Masking;
import io.github.appflowkit.conformance.report.Reports;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.verdict.RunResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a run prints, without its secrets.
 *
 * @param command what runs, such as {@code appflow-conformance run}
 * @param out takes what was found
 * @param err takes progress, and why nothing was found
 * @param ansi whether text has colours
 * @param terminal whether a person watches, so that lines may move
 * @param secrets what is never printed, nor written into a report
 */
public record Console(
        String command, PrintWriter out, PrintWriter err, Ansi ansi, boolean terminal, List<String> secrets) {
    public Console {
        secrets = List.copyOf(secrets);
    }

    /** Prints which suite judges by which contract. */
    void title(Contract contract) {
        out.println("appflow-conformance " + Version.ofSuite() + ", contract " + contract.version() + " (sha256 "
                + contract.hash().substring(0, 12) + ")");
    }

    /** Prints a text in lines of 80 columns, the first after a head. */
    void wrapped(String head, String text) {
        Lines.wrap(head, shown(text)).forEach(out::println);
    }

    /** Prints a path or a command to copy. */
    void verbatim(String text) {
        out.println(Lines.verbatim(text));
    }

    /** Tells in one line why nothing was found. */
    void complain(String reason) {
        err.println(command + ": " + shown(reason));
    }

    /** Prints what a run found, and writes its reports. */
    void report(RunResult result, Path reportDir) {
        new Reports(Version.ofSuite(), secrets).tell(result, reportDir, out, err, ansi);
    }

    private String shown(String text) {
        return Masking.of(secrets).shown(text);
    }
}
