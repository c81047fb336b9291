package io.github.appflowkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.steps.Violation;
import io.github.appflowkit.conformance.verdict.RuleResult;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    @Test
    void a_right_endpoint_is_told_in_a_few_lines() {
        String text = markdown(SampleReports.green());

        assertThat(text)
                .startsWith("## AppFlow conformance: conformant\n")
                .contains("Every one of " + SampleReports.BINDING + " rules holds.", "| **all** |", "| StopFlow |");
        assertThat(text.lines()).hasSizeLessThan(15);
    }

    @Test
    void a_failure_is_a_block_to_open() {
        assertThat(markdown(SampleReports.red()))
                .contains(
                        "### To mend, in this order\n\n- [ ] `",
                        "\n- [ ] `stop-flow.on-demand-refused`: ",
                        "### Failed",
                        "<summary><b>stop-flow.on-demand-refused</b> (must, documented, since 1.0, setup control)",
                        "  expected  400 UnsupportedOperationException",
                        "### Warned",
                        "### Known failures",
                        "### Flaky",
                        "### Not judged",
                        "| untestable: needs a scheduled flow | 1 | stop-flow.again |",
                        "### Left behind at the endpoint",
                        "**The run ended early:** the time limit of the run passed");
    }

    @Test
    void what_an_endpoint_answers_is_never_markup() {
        String text = markdown(SampleReports.red());
        String outside = text.replaceAll("(?s)(`{3,})text\n.*?\n\\1\n", "");

        assertThat(outside).doesNotContain("<script>", "<img", "[link](", " `a`");
        assertThat(outside).contains("&lt;/script&gt;", "\\| \\`a\\` \\`\\`\\`", "\\[link\\]");
        assertThat(text).as("a fence is longer than those within").contains("````text\n");
    }

    @Test
    void a_summary_stays_below_its_limit_and_says_what_it_leaves_out() {
        String word = "x|".repeat(14_000);
        RuleResult rule = SampleReports.violated(
                "stop-flow.on-demand-refused", new Violation(word, word, SampleReports.stopped(word)));
        RunResult run = SampleReports.run(Collections.nCopies(200, rule));

        String text = markdown(run);

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1024 * 1024);
        assertThat(text).containsPattern("Left out, since a summary has a limit: \\d+ parts\\.");
    }

    @Test
    void a_reason_with_a_bar_stays_in_its_cell() {
        RunResult run = SampleReports.run(List.of(SampleReports.result("wire.order", Verdict.UNTESTABLE, "a|b\nc")));

        assertThat(markdown(run)).contains("| untestable: a\\|b");
    }

    private static String markdown(RunResult run) {
        return MarkdownReport.write(SampleReports.report(run));
    }
}
