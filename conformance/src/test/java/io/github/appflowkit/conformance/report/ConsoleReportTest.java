package io.github.appflowkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.verdict.RuleResult;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class ConsoleReportTest {
    private static final String RIGHT = "Conformant: Every one of " + SampleReports.BINDING + " rules holds.";

    @Test
    void a_broken_rule_is_one_block() {
        assertThat(console(SampleReports.red())).contains("""
                        FAILED stop-flow.on-demand-refused
                          must, documented, since 1.0, setup control
                        """, """
                          scenario  An on-demand flow cannot be stopped
                          given     the flow manual-flow-4k2j9x0q1m7z in us-east-1, OnDemand, Active
                          before    POST /stop-flow {"flowName":"manual-flow-4k2j9x0q1m7z"} -> 200 {}
                          expected  400 UnsupportedOperationException
                          but got   200 {"flowStatus":"Draft","flowArn":"arn"}
                            > POST http://localhost:8080/stop-flow
                        """, """
                            < {
                            <   "flowStatus": "Draft",
                            <   "flowArn": "arn"
                            < }
                        """);
    }

    @Test
    void what_breaks_other_rules_is_to_be_mended_first_then_what_holds_for_every_request() {
        Exchange exchange = SampleReports.stopped("{}");

        assertThat(console(SampleReports.run(
                        Stream.of("stop-flow.again", "wire.path-exact", "wire.error-type", "wire.whole-answer")
                                .map(rule -> SampleReports.violated(rule, exchange))
                                .toList())))
                .containsSubsequence(
                        "\nTo mend, in this order:\n",
                        "   1  wire.whole-answer: ",
                        "   2  wire.error-type: ",
                        "   3  wire.path-exact: ",
                        "   4  stop-flow.again: ",
                        "Mend one, and judge again",
                        "--seed 42");
    }

    @Test
    void one_broken_rule_has_no_order() {
        assertThat(console(SampleReports.run(
                        List.of(SampleReports.violated("stop-flow.again", SampleReports.stopped("{}"))))))
                .doesNotContain("To mend");
    }

    @Test
    void a_long_list_of_what_to_mend_is_cut() {
        List<RuleResult> broken = SampleReports.RULES.stream()
                .filter(rule -> rule.level() == Level.MUST)
                .limit(13)
                .map(rule -> SampleReports.violated(rule.id(), SampleReports.stopped("{}")))
                .toList();

        assertThat(console(SampleReports.run(broken)))
                .contains("\n  10  ", "\n      and 3 more, which report.md lists.\n")
                .doesNotContain("\n  11  ");
    }

    @Test
    void a_run_that_ended_early_is_not_called_conformant() {
        RunResult green = SampleReports.green();
        RunResult early = new RunResult(
                green.target(),
                green.contract(),
                green.settings(),
                green.started(),
                green.duration(),
                green.exchanges(),
                green.rules(),
                List.of(),
                List.of(),
                Optional.of("the run was interrupted"),
                List.of());

        assertThat(console(early))
                .containsPattern("Not finished: \\d+ rules hold: the run was interrupted\\.")
                .doesNotContain("Conformant");
    }

    @Test
    void everything_else_has_its_place() {
        assertThat(console(SampleReports.red()))
                .contains(
                        "KNOWN stop-flow.unknown-refused",
                        "ERROR stop-flow.status-suspended",
                        "FLAKY wire.order",
                        "NOT JUDGED untestable: needs a scheduled flow\n  stop-flow.again\n",
                        "STALE BASELINE\n  line 3",
                        "LEFT BEHIND the flow",
                        "NOTE Every answer",
                        "The run ended early: the time limit of the run passed")
                .doesNotContain("FAILED stop-flow.unknown-refused");
    }

    @Test
    void lines_are_no_longer_than_a_terminal_but_for_curl() {
        assertThat(console(SampleReports.red()).lines().filter(line -> !line.matches(" {4,6}(curl|-).*")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void what_an_endpoint_answers_moves_no_cursor() {
        assertThat(console(SampleReports.red())).doesNotContain("\u001b", "\u0085", "\u202e", "\u0000");
    }

    @Test
    void rules_that_were_not_judged_are_told_by_prefix_and_count() {
        assertThat(console(SampleReports.untestable()))
                .containsPattern(
                        "NOT JUDGED untestable: needs a scheduled flow\n  delete-profile\\.\\* \\(\\d+ rules\\),"
                                + " stop-flow\\.\\* \\(\\d+ rules\\), wire\\.\\* \\(\\d+ rules\\)\n\n");
    }

    @Test
    void reasons_that_differ_by_random_names_alone_are_one() {
        List<RuleResult> rules = List.of(
                SampleReports.result("wire.order", Verdict.UNTESTABLE, "no flow nightly-flow-4k2j9x0q1m7z is made"),
                SampleReports.result(
                        "stop-flow.again", Verdict.UNTESTABLE, "no flow nightly-flow-9zz2j9x0q1aa is made"),
                SampleReports.result("wire.request-id", Verdict.UNTESTABLE, "no flow event-triggered is made"));

        assertThat(NotJudged.of(SampleReports.report(SampleReports.run(rules))))
                .extracting(NotJudged::reason)
                .containsExactly(
                        "untestable: no flow nightly-flow-… is made", "untestable: no flow event-triggered is made");
    }

    @Test
    void the_last_lines_say_what_the_matter_is() {
        assertThat(console(SampleReports.green())).endsWith(RIGHT + "\n");
        assertThat(console(SampleReports.notRouted()))
                .contains(
                        "Not served: The endpoint does not serve DeleteConnectorProfile and StopFlow", "Check the URL");
        assertThat(console(SampleReports.untestable()))
                .contains("Nothing was judged: 0 of " + SampleReports.BINDING + " must and should rules");
        assertThat(console(SampleReports.error()))
                .contains("The suite failed: " + SampleReports.RULES.size() + " rules");
        assertThat(console(SampleReports.run(
                        List.of(SampleReports.violated("stop-flow.on-demand-refused", SampleReports.stopped("{}"))))))
                .endsWith("""
                        Not conformant: 1 must rule is broken.
                        Mend one, and judge by it alone: add the options
                          --rule stop-flow.on-demand-refused --seed 42
                        """);
        assertThat(console(SampleReports.run(
                        List.of(SampleReports.violated("wire.whole-answer", SampleReports.stopped("{}"))))))
                .endsWith("""
                        Mend one, and judge again: add the options
                          --seed 42
                        """);
    }

    @Test
    void a_baseline_that_is_out_of_date_is_what_the_matter_is() {
        assertThat(console(SampleReports.stale()))
                .contains("STALE BASELINE\n  line 3", "The baseline is out of date: 1 entry of it must go.")
                .doesNotContain("Conformant");
    }

    @Test
    void one_rule_is_told_in_the_singular() {
        RunResult run = SampleReports.run(List.of(SampleReports.result("wire.order", Verdict.PASSED, "")));

        assertThat(console(run))
                .contains("Wire                      1 rule: 1 passed", "\n1 rule, 1234 exchanges in 3.2 s: 1 passed.")
                .endsWith("Conformant: The one rule holds.\n");
    }

    @Test
    void warnings_alone_are_counted_as_rules() {
        RunResult run =
                SampleReports.run(List.of(SampleReports.violated("wire.request-id", SampleReports.stopped("{}"))));

        assertThat(console(run)).contains("Conformant: 1 rule is warned of.");
    }

    @Test
    void a_warning_is_conformant_and_told() {
        RunResult run = SampleReports.run(List.of(
                SampleReports.violated("wire.request-id", SampleReports.stopped("{}")),
                SampleReports.result("wire.order", Verdict.PASSED, ""),
                SampleReports.result("stop-flow.again", Verdict.UNTESTABLE, "needs a scheduled flow")));

        assertThat(console(run)).contains("Conformant: 1 rule holds, 1 is warned of and 1 is not judged.");
    }

    @Test
    void the_folder_of_the_reports_stands_whole_on_a_line_of_its_own(@TempDir Path folder) {
        Path deep = folder.resolve("x".repeat(100));
        StringWriter out = new StringWriter();

        new Reports("1", List.of())
                .tell(SampleReports.green(), deep, new PrintWriter(out), new PrintWriter(out), Ansi.OFF);

        assertThat(out.toString())
                .endsWith("Reports (report.json, report.html, report.md, junit.xml, badge.svg) in\n  " + deep + "\n");
    }

    @Test
    void the_line_to_delete_from_a_baseline_is_never_broken() {
        String line = "/a/" + "x".repeat(100) + "/baseline.yaml:3: it passes now: delete   - rule: stop-flow.again";

        assertThat(console(SampleReports.green().withStaleBaseline(List.of(line))))
                .contains("\n  " + line + "\n");
    }

    @Test
    void files_that_cannot_be_written_are_told_in_a_line(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        new Reports("1", List.of())
                .tell(SampleReports.green(), file, new PrintWriter(out), new PrintWriter(err), Ansi.OFF);

        assertThat(out.toString()).contains(RIGHT);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("appflow-conformance: the reports cannot be written to " + file);
    }

    @Test
    void files_take_the_place_of_older_ones_and_leave_nothing_else(@TempDir Path folder) throws Exception {
        Report report = SampleReports.report(SampleReports.green());
        Reports.write(SampleReports.report(SampleReports.red()), folder);

        List<Path> written = Reports.write(report, folder);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(written);
        }
        assertThat(JsonReport.read(folder.resolve("report.json"))).isEqualTo(report);
        Reports.removeFrom(folder);
        assertThat(folder).isEmptyDirectory();
    }

    private static String console(RunResult run) {
        StringWriter out = new StringWriter();
        new ConsoleReport(new PrintWriter(out), Ansi.OFF).print(SampleReports.report(run));
        return out.toString();
    }
}
