package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Catalogue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that print what is known already: {@code diff} and {@code list}. */
class DiffCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void a_regression_between_two_runs_is_told_with_exit_code_1() throws Exception {
        try (RightEndpoint endpoint = new RightEndpoint()) {
            run(
                    "run",
                    "--endpoint",
                    endpoint.url().toString(),
                    "--rule",
                    "wire.order",
                    "--report-dir",
                    folder.toString());
        }
        Path after = folder.resolve("report.json");
        Path before = folder.resolve("before.json");
        String report = Files.readString(after);
        assertThat(report).contains("\"verdict\" : \"passed\"");
        Files.writeString(before, report);
        Files.writeString(after, report.replace("\"verdict\" : \"passed\"", "\"verdict\" : \"failed\""));

        assertThat(run("diff", before.toString(), before.toString())).isZero();
        assertThat(run("diff", before.toString(), after.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("wire.order                           passed -> failed");
        assertThat(run("diff", after.toString(), before.toString(), "--format", "md"))
                .isZero();
        assertThat(out.toString()).contains("### fixed");
    }

    @Test
    void a_file_that_is_no_report_is_told_in_a_line_with_exit_code_2() throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), "{}");

        assertThat(run("diff", file.toString(), file.toString())).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "appflow-conformance diff: " + file + " is no report.json of this suite\n");
    }

    @Test
    void a_run_that_judged_nothing_is_compared_with_none_and_is_no_baseline() throws Exception {
        assertThat(run("run", "--endpoint", "http://127.0.0.1:1", "--report-dir", folder.toString()))
                .isEqualTo(3);
        Path report = folder.resolve("report.json");
        Path baseline = folder.resolve("known.yaml");
        err.getBuffer().setLength(0);

        assertThat(run("diff", report.toString(), report.toString())).isEqualTo(2);
        assertThat(run("baseline", "update", baseline.toString(), "--from", report.toString()))
                .isEqualTo(2);

        String reason = report + " is of a run that judged nothing, and there is nothing to compare: http://127.0.0.1:1"
                + " does not answer POST /delete-connector-profile: the connection was refused.";
        assertThat(err.toString().lines().filter(line -> line.contains(reason))).hasSize(2);
        assertThat(baseline).doesNotExist();
    }

    @Test
    void rules_are_listed_for_machines_and_for_pages() throws Exception {
        assertThat(run("list", "--format", "json")).isZero();
        JsonNode rules = JsonMapper.builder().build().readTree(out.toString()).path("rules");
        assertThat(rules.findValuesAsText("id"))
                .containsExactlyElementsOf(
                        Catalogue.load().rules().stream().map(rule -> rule.id()).toList());
        assertThat(rules.findValuesAsText("level")).containsOnly("must", "should", "may");

        assertThat(run("list", "--format", "md")).isZero();
        assertThat(out.toString())
                .contains("## StopFlow\n\n| rule | sentence |", "| `stop-flow.on-demand-refused` | A flow that runs on")
                .contains(" | must | documented | 1.0 | ");
    }

    @Test
    void another_format_is_wrong_usage() {
        assertThat(run("list", "--format", "xml")).isEqualTo(2);
        assertThat(err.toString()).contains("--format xml");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
