package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.verdict.ExitCode;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code junit.xml}: a test case a rule, in the form that CI systems read. An operation that is not routed is an error
 * and not a skip: systems show a build whose cases are all skipped as green, and nothing was seen to be right.
 */
final class JUnitReport {
    private final Report report;
    private final XMLStreamWriter xml;

    private JUnitReport(Report report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    /** What a case comes to, as the form tells it. */
    private enum Outcome {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED
    }

    /** A test case: a rule, or something that is wrong with the run as a whole. */
    private record Case(String suite, String name, double seconds, Outcome outcome, String message, String text) {}

    /** The document of a report. */
    static String write(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new JUnitReport(report, xml).document();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.append('\n').toString();
    }

    private void document() throws XMLStreamException {
        List<Case> cases =
                new ArrayList<>(report.rules().stream().map(this::ofRule).toList());
        cases.addAll(ofRun());
        xml.writeStartDocument("UTF-8", "1.0");
        newLine();
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "AppFlow conformance");
        counts(cases, report.seconds());
        List<String> suites = cases.stream().map(Case::suite).distinct().toList();
        for (String suite : suites) {
            suite(suite, cases.stream().filter(one -> one.suite().equals(suite)).toList());
        }
        newLine();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(String name, List<Case> cases) throws XMLStreamException {
        newLine();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        counts(cases, cases.stream().mapToDouble(Case::seconds).sum());
        xml.writeAttribute("skipped", count(cases, Outcome.SKIPPED));
        xml.writeAttribute("timestamp", report.started());
        properties();
        for (Case one : cases) {
            testCase(one);
        }
        newLine();
        xml.writeEndElement();
    }

    private void counts(List<Case> cases, double seconds) throws XMLStreamException {
        xml.writeAttribute("tests", String.valueOf(cases.size()));
        xml.writeAttribute("failures", count(cases, Outcome.FAILURE));
        xml.writeAttribute("errors", count(cases, Outcome.ERROR));
        xml.writeAttribute("time", seconds(seconds));
    }

    private void properties() throws XMLStreamException {
        newLine();
        xml.writeStartElement("properties");
        property("suite.version", report.suite().version());
        property("contract.version", report.contract().version());
        property("contract.sha256", report.contract().sha256());
        property("endpoint", report.target().endpoint());
        property("region", report.target().region());
        property("setup", report.setup());
        property("seed", String.valueOf(report.seed()));
        property("strict", String.valueOf(report.settings().strict()));
        newLine();
        xml.writeEndElement();
    }

    private void property(String name, String value) throws XMLStreamException {
        newLine();
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", value);
    }

    private void testCase(Case one) throws XMLStreamException {
        newLine();
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", one.suite());
        xml.writeAttribute("name", one.name());
        xml.writeAttribute("time", seconds(one.seconds()));
        String element = switch (one.outcome()) {
            case PASSED -> "system-out";
            case FAILURE -> "failure";
            case ERROR -> "error";
            case SKIPPED -> "skipped";
        };
        if (one.outcome() != Outcome.PASSED) {
            xml.writeStartElement(element);
            if (one.outcome() != Outcome.SKIPPED) {
                xml.writeAttribute("type", one.outcome() == Outcome.FAILURE ? "violation" : "unjudged");
            }
            xml.writeAttribute("message", Lines.oneLine(one.message(), 1000));
            xml.writeCharacters(one.text());
            xml.writeEndElement();
        } else if (!one.text().isEmpty()) {
            xml.writeStartElement(element);
            xml.writeCharacters(one.text());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private Case ofRule(RuleEntry rule) {
        String reason = rule.reason() == null ? "" : rule.reason();
        String flaky = rule.flaky().isEmpty() ? "" : ConsoleReport.flaky(rule);
        if (rule.known() != null) {
            return of(rule, Outcome.SKIPPED, "known failure: " + rule.known(), block(rule));
        }
        if (rule.fails()) {
            ViolationEntry violation = rule.violations().get(0);
            String message = "expected " + violation.expected() + ", but got " + violation.actual();
            return of(rule, Outcome.FAILURE, message, join(flaky, block(rule)));
        }
        return switch (rule.verdict()) {
            case PASSED -> of(rule, Outcome.PASSED, "", flaky);
            case FAILED, WARNED -> of(rule, Outcome.PASSED, "", join("warned", flaky, block(rule)));
            case OBSERVED -> of(rule, Outcome.PASSED, "", join("observed: " + reason, flaky));
            case UNTESTABLE -> of(rule, Outcome.SKIPPED, "untestable: " + reason, flaky);
            case NOT_ROUTED -> of(rule, Outcome.ERROR, "not routed: " + reason, flaky);
            case ERROR -> of(rule, Outcome.ERROR, "the suite itself failed: " + reason, flaky);
        };
    }

    private static Case of(RuleEntry rule, Outcome outcome, String message, String text) {
        return new Case(rule.feature(), rule.id(), rule.seconds(), outcome, message, text);
    }

    /** What is wrong with the run as a whole would otherwise not be seen: no rule failed for it. */
    private List<Case> ofRun() {
        Headline headline = Headline.of(report);
        List<Case> cases = new ArrayList<>();
        if (report.exitCode() == ExitCode.NOTHING_JUDGED) {
            cases.add(new Case("Run", "enough-judged", 0, Outcome.ERROR, headline.detail(), headline.next()));
        }
        report.staleBaseline()
                .forEach(line -> cases.add(new Case("Run", "baseline", 0, Outcome.FAILURE, "stale baseline", line)));
        if (report.endedEarly() != null) {
            cases.add(new Case("Run", "whole-run", 0, Outcome.ERROR, "ended early: " + report.endedEarly(), ""));
        }
        return cases;
    }

    private static String block(RuleEntry rule) {
        return rule.violations().isEmpty() ? "" : "\n" + String.join("\n", FailureBlock.lines(rule)) + "\n";
    }

    private static String join(String... texts) {
        return String.join(
                "\n", List.of(texts).stream().filter(text -> !text.isEmpty()).toList());
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    private static String count(List<Case> cases, Outcome outcome) {
        return String.valueOf(
                cases.stream().filter(one -> one.outcome() == outcome).count());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
