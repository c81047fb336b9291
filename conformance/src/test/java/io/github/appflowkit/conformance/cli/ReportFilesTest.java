package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.appflowkit.conformance.proof.Fault;
import io.github.appflowkit.conformance.proof.Faults;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.report.JsonReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of real runs follow their schemas. */
class ReportFilesTest {
    private static final String RULE = "stop-flow.on-demand-refused";

    @TempDir
    private Path folder;

    @Test
    void of_a_right_endpoint() throws Exception {
        try (RightEndpoint endpoint = new RightEndpoint()) {
            assertThat(run(endpoint.url(), "--rule", "stop-flow.*")).isZero();
        }

        assertValid();
    }

    @Test
    void of_an_endpoint_with_a_fault() throws Exception {
        Fault fault = Faults.all().stream()
                .filter(each -> each.rules().contains(RULE))
                .findFirst()
                .orElseThrow();
        try (RightEndpoint endpoint = fault.endpoint().get()) {
            assertThat(run(endpoint.url(), "--rule", RULE)).isEqualTo(1);
        }

        JsonNode violation = assertValid().at("/rules/0/violations/0");
        assertThat(violation.path("given")).as("the state that was given").isNotEmpty();
        assertThat(violation.at("/exchange/curl").asText()).startsWith("curl ");
    }

    @Test
    void of_an_endpoint_without_state_control() throws Exception {
        try (RightEndpoint endpoint = new RightEndpoint()) {
            assertThat(run(endpoint.url(), "--setup", "none", "--rule", RULE)).isEqualTo(4);
        }

        assertThat(assertValid().at("/rules/0/verdict").asText()).isEqualTo("untestable");
    }

    private JsonNode assertValid() throws Exception {
        JsonNode report = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("report.json").toFile());
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(JsonReport.class.getClassLoader().getResourceAsStream(JsonReport.SCHEMA))
                        .validate(report))
                .isEmpty();
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(ReportFilesTest.class.getResource("/schema/junit.xsd"))
                .newValidator()
                .validate(new StreamSource(folder.resolve("junit.xml").toFile()));
        return report;
    }

    private int run(URI endpoint, String... options) {
        StringWriter out = new StringWriter();
        String[] arguments = new String[options.length + 5];
        System.arraycopy(
                new String[] {"run", "--endpoint", endpoint.toString(), "--report-dir", folder.toString()},
                0,
                arguments,
                0,
                5);
        System.arraycopy(options, 0, arguments, 5, options.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(out, true), arguments);
    }
}
