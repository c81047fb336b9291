package io.github.appflowkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents that the jar holds are valid OpenAPI to the library that the generator reads them with. */
class DocumentsTest {
    @ParameterizedTest
    @ValueSource(strings = {"appflow.yaml", "control.yaml", "service.yaml"})
    void a_document_is_valid_without_a_warning(String document) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        var result = new OpenAPIV3Parser().readLocation("openapi/" + document, null, options);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths()).isNotEmpty();
    }
}
