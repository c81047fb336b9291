package io.github.appflowkit.openapi.release;

import io.github.appflowkit.openapi.document.Document;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.openapitools.openapidiff.core.compare.OpenApiDiff;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.BackwardIncompatibleProp;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/** What openapi-diff says of two documents: it knows all of OpenAPI, but neither places nor implementations. */
final class OpenApiDifference {
    private final ChangedOpenApi difference;

    private OpenApiDifference(ChangedOpenApi difference) {
        this.difference = difference;
    }

    static OpenApiDifference between(Document released, Document present) {
        OpenApiDiffOptions options = OpenApiDiffOptions.builder()
                // What is known better from the facts: an error that is added to the enum of its header breaks nobody,
                // and neither does a pattern that is no more.
                .configProperty(BackwardIncompatibleProp.RESPONSE_ENUM_INCREASED.getPropertyName(), "false")
                .configProperty(BackwardIncompatibleProp.SCHEMA_PATTERN_CHANGED.getPropertyName(), "false")
                .build();
        return new OpenApiDifference(OpenApiDiff.compare(parse(released), parse(present), options));
    }

    /** Whether a client of the released contract may fail. */
    boolean breaks() {
        return difference.isIncompatible();
    }

    /** All that differs, without the frames that openapi-diff draws around it. */
    String text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ConsoleRender().render(difference, new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("==") && !line.startsWith("--"))
                .map(line -> "  " + line.stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static OpenAPI parse(Document document) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser()
                .readContents(document.text(), null, options)
                .getOpenAPI();
    }
}
