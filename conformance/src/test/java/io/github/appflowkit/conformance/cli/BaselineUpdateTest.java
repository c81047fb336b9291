package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.baseline.Baseline;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.report.Reports;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A baseline that is made of what a run found. */
class BaselineUpdateTest {
    private static final String BROKEN = "stop-flow.on-demand-refused";
    private static final String RIGHT = "stop-flow.unknown-refused";

    @TempDir
    private Path folder;

    private CommandRun run;

    @Test
    void an_update_keeps_what_holds_and_every_other_line() throws IOException {
        Path report = report(
                BROKEN,
                Verdict.FAILED,
                RIGHT,
                Verdict.PASSED,
                "stop-flow.again",
                Verdict.FAILED,
                "stop-flow.draft",
                Verdict.OBSERVED);
        Path file = file(
                "# ours",
                "- rule: " + BROKEN,
                "  reason: not built yet # see below",
                "# the next one is odd",
                "- rule: " + RIGHT,
                "  reason: odd",
                "- rule: stop-flow.event-stopped",
                "  reason: not judged lately");

        assertThat(update(report, file)).as(run.err()).isZero();
        assertThat(file)
                .hasContent(String.join(
                        "\n",
                        "# ours",
                        "- rule: " + BROKEN,
                        "  reason: not built yet # see below",
                        "# the next one is odd",
                        "- rule: stop-flow.event-stopped",
                        "  reason: not judged lately",
                        "- rule: stop-flow.again",
                        "  reason: not explained yet"));
        assertThat(run.out())
                .contains("added    stop-flow.again, not explained yet")
                .contains("deleted  " + RIGHT + ", which does not fail any more")
                .contains(file + ": 1 added, 1 deleted, 2 kept");
        assertThat(Baseline.read(file, Catalogue.load()).entries()).hasSize(3);
    }

    @Test
    void an_update_makes_a_file_and_empties_one() throws IOException {
        Path file = folder.resolve("known.yaml");

        assertThat(update(report(BROKEN, Verdict.FAILED), file)).as(run.err()).isZero();
        assertThat(Baseline.read(file, Catalogue.load()).knows(BROKEN)).isTrue();

        assertThat(update(report(BROKEN, Verdict.PASSED), file)).isZero();
        assertThat(Baseline.read(file, Catalogue.load()).entries()).isEmpty();

        assertThat(update(report(BROKEN, Verdict.FAILED), file)).isZero();
        assertThat(Baseline.read(file, Catalogue.load()).entries()).hasSize(1);
    }

    @Test
    void an_update_takes_the_warnings_of_a_strict_run_alone() throws IOException {
        Path file = folder.resolve("known.yaml");

        update(report(BROKEN, Verdict.WARNED), file);
        assertThat(Baseline.read(file, Catalogue.load()).entries()).isEmpty();

        update(written(Results.of(true, BROKEN, Verdict.WARNED)), file);
        assertThat(Baseline.read(file, Catalogue.load()).knows(BROKEN)).isTrue();
    }

    @Test
    void an_update_needs_the_report_of_a_run() throws IOException {
        Path file = folder.resolve("known.yaml");

        assertThat(update(Files.writeString(folder.resolve("other.json"), "{}"), file))
                .isEqualTo(2);
        assertThat(run.err()).contains("--from " + folder.resolve("other.json") + " is no report.json of this suite");
        assertThat(update(Files.writeString(folder.resolve("other.json"), "{"), file))
                .isEqualTo(2);
        assertThat(run.err()).contains("other.json is no report.json of this suite");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_run_and_its_baseline_agree() throws IOException {
        Path file = folder.resolve("known.yaml");

        try (RightEndpoint endpoint = Results.brokenEndpoint()) {
            run = new CommandRun(folder);
            assertThat(run.run("--endpoint", endpoint.url(), "--operation", "StopFlow"))
                    .isEqualTo(1);
            assertThat(run.execute("baseline", "update", "--from", folder.resolve("report.json"), file))
                    .isZero();

            run = new CommandRun(folder);
            assertThat(run.run("--endpoint", endpoint.url(), "--operation", "StopFlow", "--baseline", file))
                    .as(run.out())
                    .isZero();
        }
    }

    private int update(Path report, Path file) {
        run = new CommandRun(folder);
        return run.execute("baseline", "update", "--from", report, file);
    }

    /** The report of a run that came to these verdicts, each after its rule. */
    private Path report(Object... verdicts) throws IOException {
        return written(Results.of(false, verdicts));
    }

    private Path written(RunResult result) throws IOException {
        return Reports.write(new Reports("1.0", List.of()).of(result), folder).get(0);
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("known.yaml"), String.join("\n", lines));
    }
}
