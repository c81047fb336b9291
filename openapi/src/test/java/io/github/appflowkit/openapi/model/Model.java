package io.github.appflowkit.openapi.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.appflowkit.openapi.api.Fact;
import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.FaultException;
import io.github.appflowkit.openapi.document.OperationPart;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A public model of an AWS API.
 *
 * @param form what it is written in
 * @param endpointPrefix the first label of the hosts that the API is served at; empty if it does not say
 * @param version the version of the API
 * @param operations the names of all its operations
 * @param facts what it promises for those that were asked for
 */
public record Model(String form, String endpointPrefix, String version, Set<String> operations, List<Fact> facts) {
    /** How Jackson points at another place, with a word about its own settings. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;]*; (line: \\d+, column: \\d+)]");

    /**
     * Reads a model file: Smithy's JSON AST, or botocore's service-2.json.
     *
     * @param contract what it is to be compared with: the facts of its operations are read
     * @throws FaultException if it is neither, or is that of another service
     */
    public static Model read(Path file, Document contract) {
        JsonNode root = json(file);
        Set<String> wanted =
                contract.operations().stream().map(OperationPart::id).collect(Collectors.toSet());
        Model model = model(file, root, wanted);
        if (model.operations().isEmpty()) {
            throw new FaultException(file.toString(), "is the model of an API without operations");
        }
        Service.of(contract).filter(service -> service.isNotThatOf(model)).ifPresent(service -> {
            throw new FaultException(
                    file.toString(),
                    "is the model of another service: its endpointPrefix is '" + model.endpointPrefix()
                            + "', and the contract is that of '" + service.endpointPrefix() + "' (" + service.place()
                            + ")");
        });
        return model;
    }

    private static Model model(Path file, JsonNode root, Set<String> wanted) {
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
                    "not JSON: "
                            + SOURCE.matcher(e.getOriginalMessage()
                                            .lines()
                                            .findFirst()
                                            .orElse(""))
                                    .replaceAll("$1"));
        }
    }
}
