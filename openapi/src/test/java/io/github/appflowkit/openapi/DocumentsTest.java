package io.github.appflowkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi30;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents are valid OpenAPI, and their examples are what they claim to be. */
class DocumentsTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V4,
            builder -> builder.metaSchema(OpenApi30.getInstance())
                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

    @ParameterizedTest
    @ValueSource(strings = {"appflow.yaml", "control.yaml", "service.yaml"})
    void a_document_is_valid_without_a_warning(String document) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        var result = new OpenAPIV3Parser().readLocation("openapi/" + document, null, options);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths()).isNotEmpty();
    }

    @Test
    void every_example_fits_its_schema_except_where_the_documentation_contradicts_itself() throws IOException {
        JsonNode document =
                new YAMLMapper().readTree(getClass().getClassLoader().getResourceAsStream("openapi/appflow.yaml"));
        List<String> broken = new ArrayList<>();
        List<String> seen = new ArrayList<>();

        for (JsonNode media : document.findValues("application/json")) {
            String schema = media.at("/schema/$ref").asText();
            media.path("examples").properties().forEach(example -> {
                String name = schema.substring(schema.lastIndexOf('/') + 1) + "." + example.getKey();
                seen.add(name);
                if (!fits(schema, example.getValue().path("value"))) {
                    broken.add(name);
                }
            });
        }

        assertThat(seen).hasSizeGreaterThan(10);
        assertThat(broken)
                .as("the sample request sends a Boolean as a string, the sample ARN holds placeholders")
                .containsExactlyInAnyOrder("DeleteConnectorProfileRequest.sample", "StopFlowResponse.sample");
    }

    private static boolean fits(String schema, JsonNode example) {
        return SCHEMAS.getSchema(
                        SchemaLocation.of("classpath:openapi/appflow.yaml" + schema),
                        SchemaValidatorsConfig.builder().build())
                .validate(example)
                .isEmpty();
    }
}
