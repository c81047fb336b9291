package io.github.appflowkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final String RED = HtmlReport.write(SampleReports.report(SampleReports.red()));

    @Test
    void nothing_is_loaded_from_anywhere() {
        String links = "(?i)(?:src|href|action|data|poster|srcset)\\s*=\\s*\"?([^\"\\s>]*)|url\\(([^)]*)|@import";

        assertThat(Pattern.compile(links)
                        .matcher(RED.replace("&#x3D;", ""))
                        .results()
                        .map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link).startsWith("href=\"#"));
    }

    @Test
    void what_an_endpoint_answers_is_text() {
        assertThat(RED)
                .containsOnlyOnce("<script>")
                .containsOnlyOnce("</script>")
                .doesNotContain("<img");
        assertThat(RED).contains("&lt;/script&gt;&lt;script&gt;alert(&#39;x&#39;)", "{{headline}}", "\\ud800");
        assertThat(RED.codePoints().filter(c -> c < ' ' && c != '\n')).isEmpty();
    }

    @Test
    void a_policy_allows_the_pages_own_style_and_script_alone() {
        assertThat(RED)
                .containsPattern("content=\"default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+';"
                        + " base-uri 'none'; form-action 'none'\"")
                .doesNotContain("unsafe", " style=", " onclick=");
    }

    @Test
    void each_rule_tells_all_about_it() {
        SampleReports.RULES.forEach(
                rule -> assertThat(RED).contains("id=\"" + rule.id() + "\"", "href=\"#" + rule.id() + "\""));
        assertThat(RED)
                .contains(
                        "the flow manual-flow-4k2j9x0q1m7z in us-east-1, OnDemand, Active",
                        "<dt>Likely cause</dt>",
                        "curl -i -X POST",
                        "rules 1.0",
                        "3.2 s, 1234 exchanges",
                        "<dd>2 scenarios, 3 exchanges",
                        "the next release &lt;mends&gt; it",
                        "Its verdict changes from one repetition to the next: passed, untestable");
    }

    @Test
    void an_element_of_the_contract_leads_to_its_rules_and_to_what_proves_them() {
        assertThat(RED)
                .containsPattern("<code>StopFlow.400.UnsupportedOperationException</code></th>"
                        + "<td><a href=\"#stop-flow.on-demand-refused\">")
                .contains(
                        "<code>OperationsTest.a_flow_that_cannot_be_stopped_is_unchanged</code>",
                        "<dt>Covers</dt><dd>StopFlow.400, StopFlow.400.UnsupportedOperationException</dd>",
                        "<dt>Proved by</dt><dd>a flow on demand is stopped; ");
    }
}
