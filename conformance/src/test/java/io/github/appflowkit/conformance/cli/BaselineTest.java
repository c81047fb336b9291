package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.conformance.baseline.Baseline;
import io.github.appflowkit.conformance.file.InvalidFileException;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures that are known: what they do to a run, and when they are out of date. */
class BaselineTest {
    private static final String BROKEN = "stop-flow.on-demand-refused";
    private static final String RIGHT = "stop-flow.unknown-refused";

    @TempDir
    private Path folder;

    private CommandRun run;

    @Test
    void a_known_failure_is_told_and_does_not_fail_the_run() throws IOException {
        file("- rule: " + BROKEN, "  reason: not built yet", "  issue: https://example.org/1", "  until: 2026-06-15");

        assertThat(judge("2026-06-15", BROKEN, RIGHT)).as(run.out()).isZero();
        assertThat(run.verdicts()).containsEntry(BROKEN, "failed");
    }

    @Test
    void an_entry_whose_rule_does_not_fail_any_more_is_to_be_deleted() throws IOException {
        Path file = file(
                "# known for now",
                "- rule: " + BROKEN,
                "  reason: not built yet",
                "-",
                "  rule: " + RIGHT,
                "  reason: >",
                "    a long",
                "    story",
                "");

        assertThat(judge("2026-06-15", BROKEN, RIGHT)).isEqualTo(5);
        assertThat(outOfDate("2026-06-15", BROKEN, Verdict.FAILED, RIGHT, Verdict.PASSED))
                .containsExactly(
                        file + ":4: " + RIGHT + " does not fail any more: delete line 4 \"-\", line 5 \"  rule: "
                                + RIGHT + "\", line 6 \"  reason: >\", line 7 \"    a long\", line 8 \"    story\"");
    }

    @Test
    void an_entry_whose_day_is_over_is_out_of_date_though_its_rule_fails() throws IOException {
        Path file = file("- rule: " + BROKEN, "  reason: not built yet", "  until: 2026-06-14");

        assertThat(judge("2026-06-15", BROKEN)).isEqualTo(5);
        assertThat(outOfDate("2026-06-15", BROKEN, Verdict.FAILED))
                .containsExactly(file + ":1: " + BROKEN
                        + " was known until 2026-06-14: mend the endpoint and delete, or renew, line 1 \"- rule: "
                        + BROKEN + "\", line 2 \"  reason: not built yet\", line 3 \"  until: 2026-06-14\"");
        assertThat(outOfDate("2026-06-15", BROKEN, Verdict.UNTESTABLE)).hasSize(1);
        assertThat(outOfDate("2026-06-14", BROKEN, Verdict.FAILED)).isEmpty();
    }

    @Test
    void an_entry_whose_rule_was_not_judged_is_neither_stale_nor_passed_over() throws IOException {
        Path file = file("- {rule: " + BROKEN + ", reason: later}", "- {rule: stop-flow.again, reason: later}");

        assertThat(judge("2026-06-15", RIGHT)).as(run.out()).isZero();
        assertThat(applied("2026-06-15", BROKEN, Verdict.UNTESTABLE, RIGHT, Verdict.PASSED)
                        .remarks())
                .containsExactly("This run says nothing of what " + file + " knows about rules that it did not judge: "
                        + BROKEN + ", stop-flow.again");
        assertThat(outOfDate("2026-06-15", BROKEN, Verdict.NOT_ROUTED)).isEmpty();
        assertThat(outOfDate("2026-06-15", BROKEN, Verdict.ERROR)).isEmpty();
    }

    @Test
    void a_rule_that_is_never_judged_needs_no_entry() throws IOException {
        Path file = file("- {rule: stop-flow.again-status, reason: odd}");

        assertThat(judge("2026-06-15", "stop-flow.again-status")).isEqualTo(5);
        assertThat(outOfDate("2026-06-15", "stop-flow.again-status", Verdict.OBSERVED))
                .containsExactly(file + ":1: stop-flow.again-status is never judged: delete line 1"
                        + " \"- {rule: stop-flow.again-status, reason: odd}\"");
    }

    @Test
    void a_broken_rule_bears_its_entry_and_one_that_holds_does_not() throws IOException {
        file("- {rule: " + BROKEN + ", reason: later}", "- {rule: " + RIGHT + ", reason: later}");
        RunResult result = applied("2026-06-15", BROKEN, Verdict.WARNED, RIGHT, Verdict.PASSED);

        assertThat(result.rules().get(0).known())
                .hasValueSatisfying(known -> assertThat(known.reason()).isEqualTo("later"));
        assertThat(result.rules().get(1).known()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rule: x | FILE:1: a list of known failures is needed, not a mapping",
                "- x | FILE:1: a known failure has a rule and a reason, and is not 'x'",
                "- reason: x | FILE:1: the rule is missing",
                "- rule: stop-flow.again | FILE:1: the reason is missing: why may stop-flow.again fail?",
                "`- rule: stop-flow.again\n  reason:` | FILE:2: 'reason' needs a text, not nothing",
                "`- reason: x\n  rule: stop-flow.never` | FILE:2: no rule is called stop-flow.never",
                "`- rule: stop-flow.again\n  cause: x` | FILE:2: 'cause' is none of rule, reason, issue, until",
                "`- rule: stop-flow.again\n  reason: x\n  until: 2026-02-30` | FILE:3: until: '2026-02-30' is not a day",
                "`- {rule: stop-flow.again, reason: x}\n- {rule: stop-flow.again, reason: y}` | FILE:2: stop-flow.again stands on line 1 already",
                "`[{rule: stop-flow.again, reason: x}, {rule: stop-flow.draft, reason: y}]` | FILE:1: each known failure needs lines of its own",
            })
    void a_wrong_file_is_told_with_its_line(String text, String message) throws IOException {
        Path file = file(text);

        assertThatThrownBy(() -> Baseline.read(file, Catalogue.load()))
                .isInstanceOf(InvalidFileException.class)
                .message()
                .startsWith(message.replace("FILE", file.toString()));
    }

    private int judge(String day, String... rules) {
        run = new CommandRun(folder).on(day);
        try (RightEndpoint endpoint = Results.brokenEndpoint()) {
            Object[] options = new Object[4 + 2 * rules.length];
            options[0] = "--endpoint";
            options[1] = endpoint.url();
            options[2] = "--baseline";
            options[3] = folder.resolve("known.yaml");
            for (int i = 0; i < rules.length; i++) {
                options[4 + 2 * i] = "--rule";
                options[5 + 2 * i] = rules[i];
            }
            return run.run(options);
        }
    }

    private List<String> outOfDate(String day, Object... verdicts) {
        return applied(day, verdicts).staleBaseline();
    }

    /** What the file makes of these verdicts, each after its rule, on a day. */
    private RunResult applied(String day, Object... verdicts) {
        return Baseline.read(folder.resolve("known.yaml"), Catalogue.load())
                .applyTo(Results.of(false, verdicts), LocalDate.parse(day));
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("known.yaml"), String.join("\n", lines));
    }
}
