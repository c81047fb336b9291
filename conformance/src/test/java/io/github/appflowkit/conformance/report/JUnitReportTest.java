package io.github.appflowkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.appflowkit.conformance.verdict.RunResult;
import java.io.StringReader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitReportTest {
    @TestFactory
    Stream<DynamicTest> every_report_follows_the_common_schema() throws Exception {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JUnitReportTest.class.getResource("/schema/junit.xsd"));
        return SampleReports.all().entrySet().stream()
                .map(run -> dynamicTest(
                        run.getKey(),
                        () -> schema.newValidator().validate(new StreamSource(new StringReader(xml(run.getValue()))))));
    }

    @TestFactory
    Stream<DynamicTest> the_counts_are_those_of_the_cases() {
        return SampleReports.all().entrySet().stream()
                .map(run -> dynamicTest(run.getKey(), () -> {
                    Element suites = parsed(run.getValue());
                    assertThat(count(suites, "testcase")).isEqualTo(number(suites, "tests"));
                    assertThat(count(suites, "failure")).isEqualTo(number(suites, "failures"));
                    assertThat(count(suites, "error")).isEqualTo(number(suites, "errors"));
                    NodeList each = suites.getElementsByTagName("testsuite");
                    IntStream.range(0, each.getLength())
                            .mapToObj(i -> (Element) each.item(i))
                            .forEach(suite -> {
                                assertThat(count(suite, "testcase")).isEqualTo(number(suite, "tests"));
                                assertThat(count(suite, "skipped")).isEqualTo(number(suite, "skipped"));
                            });
                }));
    }

    @Test
    void a_right_endpoint_has_neither_failures_nor_skips() throws Exception {
        Element suites = parsed(SampleReports.green());

        assertThat(count(suites, "testcase")).isEqualTo(SampleReports.RULES.size());
        assertThat(count(suites, "failure") + count(suites, "error") + count(suites, "skipped"))
                .isZero();
    }

    @Test
    void what_is_not_served_is_an_error_and_no_skip() throws Exception {
        Element suites = parsed(SampleReports.notRouted());

        assertThat(number(suites, "errors")).isEqualTo(SampleReports.RULES.size());
        assertThat(count(suites, "skipped")).isZero();
    }

    @Test
    void a_run_that_judged_nothing_is_not_green() throws Exception {
        Element suites = parsed(SampleReports.untestable());

        assertThat(number(suites, "errors")).isEqualTo(1);
        assertThat(count(suites, "skipped")).isEqualTo(SampleReports.RULES.size());
    }

    @Test
    void each_case_tells_its_verdict() throws Exception {
        Element suites = parsed(SampleReports.red());

        assertThat(only(suites, "stop-flow.on-demand-refused", "failure"))
                .contains("expected  400 UnsupportedOperationException", "given     the flow manual-flow", "curl -i");
        assertThat(only(suites, "wire.request-id", "system-out")).startsWith("warned");
        assertThat(attribute(suites, "stop-flow.unknown-refused", "skipped"))
                .isEqualTo(
                        "known failure: the next release <mends> it, https://example.org/issues/1, until 2030-01-31");
        assertThat(attribute(suites, "stop-flow.again", "skipped")).isEqualTo("untestable: needs a scheduled flow");
        assertThat(attribute(suites, "stop-flow.sample-request", "error")).startsWith("not routed: ");
        assertThat(attribute(suites, "stop-flow.status-suspended", "error")).startsWith("the suite itself failed: ");
        assertThat(only(suites, "wire.order", "system-out")).contains("changes from one repetition to the next");
        assertThat(only(suites, "baseline", "failure")).contains("line 3, stop-flow.again: it passes now");
    }

    private static String only(Element suites, String testCase, String element) {
        return element(suites, testCase, element).getTextContent();
    }

    private static String attribute(Element suites, String testCase, String element) {
        return element(suites, testCase, element).getAttribute("message");
    }

    private static Element element(Element suites, String testCase, String element) {
        NodeList cases = suites.getElementsByTagName("testcase");
        return IntStream.range(0, cases.getLength())
                .mapToObj(i -> (Element) cases.item(i))
                .filter(one -> one.getAttribute("name").equals(testCase))
                .map(one -> (Element) one.getElementsByTagName(element).item(0))
                .findFirst()
                .orElseThrow();
    }

    private static int count(Element suites, String element) {
        return suites.getElementsByTagName(element).getLength();
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static Element parsed(RunResult run) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml(run))))
                .getDocumentElement();
    }

    private static String xml(RunResult run) {
        return JUnitReport.write(SampleReports.report(run));
    }
}
