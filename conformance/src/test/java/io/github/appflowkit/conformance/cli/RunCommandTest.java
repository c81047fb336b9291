package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The main job: a run of the whole suite, from the command line to the reports. */
class RunCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path reports;

    @Test
    void the_reference_server_follows_every_rule() throws Exception {
        assertThat(run("--strict", "--seed", "1")).as(out.toString()).isZero();

        JsonNode report = report();
        JsonNode summary = report.path("summary");
        assertThat(summary.path("rules").asInt())
                .isEqualTo(report.path("rules").size())
                .isGreaterThan(90);
        assertThat(summary.path("passed").asInt() + summary.path("observed").asInt())
                .isEqualTo(summary.path("rules").asInt());
        assertThat(StreamSupport.stream(report.path("rules").spliterator(), false))
                .allSatisfy(rule -> assertThat(rule.path("verdict").asText())
                        .as(rule.path("id").asText())
                        .isEqualTo(rule.path("level").asText().equals("may") ? "observed" : "passed"));
        assertThat(report.path("leftBehind")).isEmpty();
        assertThat(report.path("setup").asText()).isEqualTo("control");

        assertThat(out.toString())
                .contains("(the reference server)", "seed 1", "Nothing was left", "report.json")
                .doesNotContain("FAILED", "WARNED");
        assertThat(out.toString().replace(reports.toString(), "").lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        Element suites = junit();
        assertThat(suites.getAttribute("tests")).isEqualTo(summary.path("rules").asText());
        assertThat(suites.getAttribute("failures")).isEqualTo("0");
        assertThat(suites.getElementsByTagName("skipped").getLength()).isZero();
    }

    @Test
    void an_endpoint_that_is_not_there_has_reports_too() throws Exception {
        assertThat(run("--endpoint", "http://127.0.0.1:1", "--rule", "stop-flow.again"))
                .isEqualTo(3);

        assertThat(report().path("rules").get(0).path("verdict").asText()).isEqualTo("notRouted");
        assertThat(reports.resolve("report.md")).content().contains("not reached", "the connection was refused");
        assertThat(junit().getElementsByTagName("error").getLength())
                .as("the rule and the run")
                .isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void an_endpoint_without_state_control_is_judged_by_what_needs_no_state() throws Exception {
        try (RightEndpoint endpoint = new RightEndpoint()) {
            assertThat(run("--endpoint", endpoint.url().toString(), "--setup", "none"))
                    .isZero();
        }

        JsonNode summary = report().path("summary");
        assertThat(summary.path("failed").asInt() + summary.path("warned").asInt())
                .isZero();
        assertThat(summary.path("passed").asInt()).isGreaterThan(30);
        assertThat(out.toString())
                .contains("NOT JUDGED untestable: needs a scheduled flow\n")
                .contains("To judge these too, let the endpoint offer the state control API");
        assertThat(junit().getElementsByTagName("skipped").getLength())
                .isEqualTo(summary.path("untestable").asInt());
    }

    @Test
    void accounts_are_told_apart_with_the_credentials_of_a_second_one() throws Exception {
        Path credentials = Files.writeString(reports.resolve("credentials"), """
                [other]
                aws_access_key_id = 000000000002
                aws_secret_access_key = test
                """);
        Surroundings surroundings = new Surroundings(
                Map.of("AWS_SHARED_CREDENTIALS_FILE", credentials.toString()),
                Clock.systemUTC(),
                Path.of(""),
                false,
                false);
        try (RightEndpoint endpoint = new RightEndpoint()) {
            String[] arguments = {
                "run",
                "--endpoint",
                endpoint.url().toString(),
                "--rule",
                "wire.account-scope",
                "--report-dir",
                reports.toString(),
                "--second-credentials",
                "other"
            };
            assertThat(Main.run(surroundings, new PrintWriter(out, true), new PrintWriter(err, true), arguments))
                    .as(err.toString() + out)
                    .isZero();
        }

        assertThat(report().path("summary").path("passed").asInt()).isEqualTo(1);
    }

    @Test
    void one_operation_alone_is_judged() throws Exception {
        try (RightEndpoint endpoint = new RightEndpoint()) {
            assertThat(run("--endpoint", endpoint.url().toString(), "--operation", "StopFlow", "--strict"))
                    .as(out.toString())
                    .isZero();
        }

        assertThat(StreamSupport.stream(report().path("rules").spliterator(), false)
                        .map(rule -> rule.path("feature").asText()))
                .containsOnly("StopFlow", "Wire");
    }

    @Test
    void rules_are_selected_by_globs() throws Exception {
        try (RightEndpoint endpoint = new RightEndpoint()) {
            assertThat(run("--endpoint", endpoint.url().toString(), "--rule", "*.name-length", "--rule", "wire.order"))
                    .isZero();
        }

        assertThat(report().path("rules").findValuesAsText("id"))
                .containsExactly("delete-profile.name-length", "stop-flow.name-length", "wire.order");
    }

    private int run(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "run";
        arguments[1] = "--report-dir";
        arguments[2] = reports.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private JsonNode report() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(reports.resolve("report.json").toFile());
    }

    private Element junit() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(reports.resolve("junit.xml").toFile())
                .getDocumentElement();
    }
}
