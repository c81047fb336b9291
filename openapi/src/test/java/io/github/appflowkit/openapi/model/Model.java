package io.github.appflowkit.openapi.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.appflowkit.openapi.api.Fact;
import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.FaultException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A public model of an AWS API.
 *
 * @param form what it is written in
 * @param version the version of the API
 * @param operations the names of all its operations
 * @param facts what it promises for those that were asked for
 */
public record Model(String form, String version, Set<String> operations, List<Fact> facts) {
    /**
     * Reads a model file: Smithy's JSON AST, or botocore's service-2.json.
     *
     * @param wanted the operations whose facts are read
     * @throws FaultException if it is neither
     */
    public static Model read(Path file, Set<String> wanted) {
        JsonNode root = json(file);
        if (root.path("shapes").isObject() && root.has("smithy")) {
            return new SmithyModel(file, root).read(wanted);
        }
        if (root.path("shapes").isObject() && root.path("operations").isObject()) {
            return new BotocoreModel(file, root).read(wanted);
        }
        throw new FaultException(
                file.toString(),
                "is no API model: Smithy's JSON AST has 'smithy' and 'shapes', botocore's service-2.json 'operations' and"
                        + " 'shapes'");
    }

    private static JsonNode json(Path file) {
        try {
            return JsonMapper.builder().build().readTree(Document.textOf(file, file.toString()));
        } catch (JsonProcessingException e) {
            throw new FaultException(
                    file + ":" + e.getLocation().getLineNr() + ":"
                            + e.getLocation().getColumnNr(),
                    "not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }
}
