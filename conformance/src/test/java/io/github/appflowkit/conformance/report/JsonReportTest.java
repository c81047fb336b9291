package io.github.appflowkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(JsonReport.class.getClassLoader().getResourceAsStream(JsonReport.SCHEMA));

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> every_report_follows_its_schema() {
        return SampleReports.all().entrySet().stream()
                .map(run -> dynamicTest(run.getKey(), () -> {
                    JsonNode document = JSON.readTree(JsonReport.write(SampleReports.report(run.getValue())));

                    assertThat(SCHEMA.validate(document)).isEmpty();
                }));
    }

    @Test
    void the_schema_refuses_what_is_no_report() throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(JsonReport.write(SampleReports.report(SampleReports.red())));

        assertThat(SCHEMA.validate(document.deepCopy().put("verdict", "passed")))
                .isNotEmpty();
        assertThat(SCHEMA.validate(document.deepCopy().put("format", "2.0"))).isNotEmpty();
        ObjectNode unknown = document.deepCopy();
        ((ObjectNode) unknown.at("/rules/0")).put("verdict", "skipped");
        assertThat(SCHEMA.validate(unknown)).isNotEmpty();
        ObjectNode bare = document.deepCopy();
        ((ObjectNode) bare.at("/rules/0")).put("verdict", "failed");
        assertThat(SCHEMA.validate(bare)).as("a failure without a violation").isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_other_report_can_be_made_from_the_file_alone() {
        return SampleReports.all().entrySet().stream()
                .map(run -> dynamicTest(run.getKey(), () -> {
                    Report report = SampleReports.report(run.getValue());
                    Report read = JsonReport.read(file(JsonReport.write(report)));

                    assertThat(read).isEqualTo(report);
                    assertThat(HtmlReport.write(read)).isEqualTo(HtmlReport.write(report));
                }));
    }

    @Test
    void a_report_tells_what_the_run_found() {
        Report report = SampleReports.report(SampleReports.red());

        assertThat(report.exitCode()).isEqualTo(6);
        assertThat(report.summary())
                .containsEntry("failed", 3L)
                .containsEntry("warned", 2L)
                .containsEntry("rules", (long) SampleReports.RULES.size());
        assertThat(report.failing())
                .extracting(RuleEntry::id)
                .containsExactly("delete-profile.in-use-kept", "stop-flow.on-demand-refused");
        assertThat(report.failing().get(1).violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.given())
                        .containsExactly("the flow manual-flow-4k2j9x0q1m7z in us-east-1, OnDemand, Active"));
    }

    @Test
    void other_files_are_refused_in_one_line() throws IOException {
        assertRefused(folder.resolve("none.json"), "none.json is not there");
        assertRefused(file("nothing".getBytes()), "is no report.json of this suite");
        assertRefused(file("[]".getBytes()), "is no report.json of this suite");
        assertRefused(
                file("{\"kind\":\"appflow-conformance-report\",\"format\":\"1.0\"}".getBytes()), "is no report.json");
        assertRefused(
                file("{\"kind\":\"appflow-conformance-report\",\"format\":\"2.0\"}".getBytes()), "has the format 2.0");
        assertRefused(folder, "cannot be read");
    }

    private void assertRefused(Path file, String why) {
        assertThatExceptionOfType(NoReportException.class)
                .isThrownBy(() -> JsonReport.read(file))
                .withMessageContaining(file.toString())
                .withMessageContaining(why)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("\n"));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("report.json"), content);
    }
}
