package io.github.appflowkit.conformance.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The command line for callers in another class loader, who share none but the JDK's types with it. It takes the
 * arguments and the folder for the reports, and gives the {@code exitCode}, the {@code console}, and the {@code rules}
 * as the reports tell them, each with its {@code id}, {@code feature}, {@code sentence}, {@code level},
 * {@code verdict}, {@code fails}, {@code reason} and {@code failure}, all of them text.
 */
public final class Embedded implements BiFunction<List<String>, Path, Map<String, Object>> {
    private static final String JSON = "report.json";

    /**
     * Runs the command line.
     *
     * @return what it printed; without a report the one line that says why, and no rules
     */
    @Override
    public Map<String, Object> apply(List<String> arguments, Path reportDir) {
        try {
            Files.deleteIfExists(reportDir.resolve(JSON));
            List<String> all = new ArrayList<>(arguments);
            all.addAll(List.of("--report-dir", reportDir.toString()));
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int exitCode = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
            boolean reported = Files.exists(reportDir.resolve(JSON));
            return Map.of(
                    "exitCode", exitCode,
                    "console",
                            reported
                                    ? out.toString()
                                    : complaint(err.toString()).orElse(out.toString()),
                    "rules", reported ? rules(reportDir) : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line in which a command says what is wrong, among those that tell how far it is and where help is. */
    private static Optional<String> complaint(String err) {
        return err.lines()
                .filter(line -> line.startsWith("appflow-conformance"))
                .reduce((former, latter) -> latter);
    }

    private static List<Map<String, String>> rules(Path reportDir) throws IOException {
        Map<String, String> failures = failures(reportDir.resolve("junit.xml"));
        JsonNode report =
                JsonMapper.builder().build().readTree(reportDir.resolve(JSON).toFile());
        List<Map<String, String>> rules = new ArrayList<>();
        for (JsonNode rule : report.path("rules")) {
            Map<String, String> told = new HashMap<>();
            Stream.of("id", "feature", "sentence", "level", "verdict", "reason")
                    .forEach(member -> told.put(member, rule.path(member).asText()));
            String failure = failures.get(told.get("id"));
            told.put("fails", String.valueOf(failure != null));
            told.put("failure", failure == null ? "" : failure);
            rules.add(told);
        }
        return rules;
    }

    /** What the test report says of the rules that fail the run, by their ids. */
    private static Map<String, String> failures(Path junitReport) throws IOException {
        try {
            // The JDK's own parser, since others may be found by the caller's context.
            NodeList testCases = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(junitReport.toFile())
                    .getElementsByTagName("testcase");
            Map<String, String> failures = new HashMap<>();
            for (int i = 0; i < testCases.getLength(); i++) {
                Element testCase = (Element) testCases.item(i);
                problem(testCase).ifPresent(problem -> failures.put(testCase.getAttribute("name"), text(problem)));
            }
            return failures;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static Optional<Element> problem(Element testCase) {
        return Stream.of("failure", "error")
                .map(testCase::getElementsByTagName)
                .filter(found -> found.getLength() > 0)
                .map(found -> (Element) found.item(0))
                .findFirst();
    }

    private static String text(Element problem) {
        String text = problem.getTextContent();
        return text.isBlank() ? problem.getAttribute("message") : text;
    }
}
