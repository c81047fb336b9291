package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.verdict.RuleResult;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.ScenarioResult;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** {@code junit.xml}: a test case a rule, in the form that CI systems read. */
public final class JUnitReport {
    private final RunResult result;

    /** Creates the report of a run. */
    public JUnitReport(RunResult result) {
        this.result = result;
    }

    /** Writes the report into a folder. */
    public void write(Path folder) throws IOException {
        try (Writer file = Files.newBufferedWriter(folder.resolve("junit.xml"))) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(file);
            xml.writeStartDocument("UTF-8", "1.0");
            start(xml, "testsuites", result.rules(), result.duration());
            List<String> features = result.rules().stream()
                    .map(rule -> rule.rule().feature())
                    .distinct()
                    .toList();
            for (String feature : features) {
                suite(xml, feature);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void suite(XMLStreamWriter xml, String feature) throws XMLStreamException {
        List<RuleResult> rules = result.rules().stream()
                .filter(rule -> rule.rule().feature().equals(feature))
                .toList();
        start(xml, "testsuite", rules, duration(rules));
        xml.writeAttribute("skipped", String.valueOf(count(rules, this::isSkipped)));
        for (RuleResult rule : rules) {
            testCase(xml, rule, result);
        }
        xml.writeEndElement();
    }

    private void start(XMLStreamWriter xml, String element, List<RuleResult> rules, Duration duration)
            throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        xml.writeAttribute(
                "name",
                element.equals("testsuites")
                        ? "AppFlow conformance"
                        : rules.get(0).rule().feature());
        xml.writeAttribute("tests", String.valueOf(rules.size()));
        xml.writeAttribute("failures", String.valueOf(count(rules, this::isFailure)));
        xml.writeAttribute("errors", String.valueOf(count(rules, this::isError)));
        xml.writeAttribute("time", seconds(duration));
    }

    private void testCase(XMLStreamWriter xml, RuleResult result, RunResult run) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", result.rule().feature());
        xml.writeAttribute("name", result.rule().id());
        xml.writeAttribute("time", seconds(duration(List.of(result))));
        if (isFailure(result)) {
            String block = String.join("\n", new FailureBlock(run.target()).lines(result));
            problem(xml, "failure", result.violations().get(0).failure().getMessage(), block);
        } else if (isError(result)) {
            problem(xml, "error", result.reason(), "");
        } else if (isSkipped(result)) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", clean(result.verdict().label() + ": " + result.reason()));
        } else if (result.verdict() == Verdict.WARNED) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(clean("warned\n" + String.join("\n", new FailureBlock(run.target()).lines(result))));
            xml.writeEndElement();
        } else if (result.verdict() == Verdict.OBSERVED) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(clean("observed: " + result.reason()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void problem(XMLStreamWriter xml, String element, String message, String text)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", clean(message));
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private boolean isFailure(RuleResult rule) {
        return result.fails(rule);
    }

    private boolean isError(RuleResult result) {
        return result.verdict() == Verdict.ERROR;
    }

    private boolean isSkipped(RuleResult result) {
        return result.verdict() == Verdict.UNTESTABLE || result.verdict() == Verdict.NOT_ROUTED;
    }

    private static long count(List<RuleResult> rules, Predicate<RuleResult> kind) {
        return rules.stream().filter(kind).count();
    }

    private static Duration duration(List<RuleResult> rules) {
        return rules.stream()
                .flatMap(rule -> rule.scenarios().stream())
                .map(ScenarioResult::duration)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
    }

    /** XML 1.0 knows no control characters. */
    private static String clean(String text) {
        return text.replaceAll("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
