package io.github.appflowkit.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** What tests read in the contract instead of knowing it, so that they move with it. */
public final class ContractDocument {
    private static final JsonNode DOCUMENT = read();
    private static final JsonNode SCHEMAS = DOCUMENT.at("/components/schemas");
    private static final JsonNode FLOW_NAME = SCHEMAS.at("/StopFlowRequest/properties/flowName");

    private ContractDocument() {}

    /** The operations' names, by their paths. */
    public static Map<String, String> operations() {
        Map<String, String> operations = new TreeMap<>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(path -> operations.put(
                        path.getKey(), path.getValue().at("/post/operationId").textValue()));
        return operations;
    }

    /** The greatest length of a flow's name. */
    public static int flowNameLength() {
        return FLOW_NAME.path("maxLength").intValue();
    }

    /** The pattern of a flow's name as messages tell it, which is without the anchors. */
    public static String flowNamePattern() {
        return FLOW_NAME.path("pattern").textValue().replaceAll("^\\^|\\$$", "");
    }

    /** The greatest length of a profile's name. */
    public static int profileNameLength() {
        return SCHEMAS.at("/DeleteConnectorProfileRequest/properties/connectorProfileName/maxLength")
                .intValue();
    }

    /** The greatest length of a flow's ARN. */
    public static int flowArnLength() {
        return SCHEMAS.at("/StopFlowResponse/properties/flowArn/maxLength").intValue();
    }

    private static JsonNode read() {
        try (InputStream in = ContractDocument.class.getResourceAsStream("/openapi/appflow.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
