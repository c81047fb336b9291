package io.github.appflowkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.appflowkit.conformance.verdict.RuleResult;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportDiffTest {
    private static final RuleResult BROKEN =
            SampleReports.violated("stop-flow.on-demand-refused", SampleReports.stopped("{}"));
    private static final RuleResult WARNED = SampleReports.violated("wire.request-id", SampleReports.stopped("{}"));

    @Test
    void the_same_run_twice_differs_in_nothing() {
        Report report = SampleReports.report(SampleReports.red());
        ReportDiff diff = new ReportDiff(report, report);

        assertThat(diff.hasRegressed()).isFalse();
        assertThat(diff.text(Format.TEXT))
                .endsWith("0 regressed, 0 fixed, 0 newly judged, 0 no longer judged, 0 new rules, 0 gone\nrules.");
    }

    @Test
    void one_new_rule_is_told_in_the_singular() {
        assertThat(diff(List.of(BROKEN), List.of(BROKEN, WARNED)).text(Format.TEXT))
                .contains("new rules (1)\n", "1 new rule, 0 gone");
    }

    @Test
    void a_rule_that_held_and_is_broken_regressed() {
        ReportDiff diff =
                diff(List.of(as(BROKEN, Verdict.PASSED), WARNED), List.of(BROKEN, as(WARNED, Verdict.PASSED)));

        assertThat(diff.hasRegressed()).isTrue();
        assertThat(diff.text(Format.TEXT))
                .contains(
                        "regressed (1)\n  stop-flow.on-demand-refused          passed -> failed\n",
                        "fixed (1)\n  wire.request-id                      warned -> passed\n");
    }

    @Test
    void a_rule_that_held_regressed_when_its_operation_is_no_longer_served() {
        assertThat(diff(List.of(as(BROKEN, Verdict.PASSED)), List.of(as(BROKEN, Verdict.NOT_ROUTED)))
                        .hasRegressed())
                .isTrue();
    }

    @Test
    void what_was_not_judged_before_is_no_regression() {
        ReportDiff diff = diff(
                List.of(as(BROKEN, Verdict.UNTESTABLE), as(WARNED, Verdict.PASSED)),
                List.of(BROKEN, as(WARNED, Verdict.UNTESTABLE)));

        assertThat(diff.hasRegressed()).isFalse();
        assertThat(diff.text(Format.TEXT))
                .contains(
                        "newly judged (1)\n  stop-flow.on-demand-refused          untestable -> failed\n",
                        "no longer judged (1)\n  wire.request-id                      passed -> untestable\n");
    }

    @Test
    void rules_of_one_report_alone_are_new_or_gone() throws Exception {
        JsonNode document = JsonMapper.builder()
                .build()
                .readTree(diff(List.of(BROKEN), List.of(WARNED)).text(Format.JSON));

        assertThat(document.at("/newRules/0").toString())
                .isEqualTo("{\"id\":\"wire.request-id\",\"after\":\"warned\"}");
        assertThat(document.at("/goneRules/0").toString())
                .isEqualTo("{\"id\":\"stop-flow.on-demand-refused\",\"before\":\"failed\"}");
        assertThat(Stream.of("regressed", "fixed", "newlyJudged", "noLongerJudged"))
                .allSatisfy(kind -> assertThat(document.path(kind).isArray()).isTrue());
        assertThat(document.at("/before/endpoint").asText()).isEqualTo("http://localhost:8080");
    }

    @Test
    void markdown_has_a_table_a_kind() {
        assertThat(diff(List.of(as(BROKEN, Verdict.PASSED)), List.of(BROKEN)).text(Format.MD))
                .startsWith("## AppFlow conformance: 1 regressed, 0 fixed")
                .endsWith("### regressed\n\n| rule | before | after |\n| --- | --- | --- |\n"
                        + "| `stop-flow.on-demand-refused` | passed | failed |");
    }

    private static RuleResult as(RuleResult rule, Verdict verdict) {
        return rule.withVerdict(verdict);
    }

    private static ReportDiff diff(List<RuleResult> before, List<RuleResult> after) {
        return new ReportDiff(
                SampleReports.report(SampleReports.run(before)), SampleReports.report(SampleReports.run(after)));
    }
}
