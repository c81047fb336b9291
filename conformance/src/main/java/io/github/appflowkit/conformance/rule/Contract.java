package io.github.appflowkit.conformance.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The OpenAPI document that endpoints are held against, read as a document and never as generated types. */
public final class Contract {
    private static final String RESOURCE = "openapi/appflow.yaml";
    /** The members of a path that are operations. */
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    /** OpenAPI's own dialect, in which the members of a document that are no schema say nothing about one. */
    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(OpenApi30.getInstance())
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();

    /** What schemas are looked up by; the text is that of the document that was read. */
    private static final String LOCATION = "classpath:" + RESOURCE;

    private final JsonSchemaFactory schemas;
    private final String text;
    private final JsonNode document;
    private final String hash;
    private final Map<String, Operation> operations = new TreeMap<>();

    private Contract(byte[] yaml) throws IOException {
        text = new String(yaml, StandardCharsets.UTF_8);
        document = new YAMLMapper().readTree(yaml);
        schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V4,
                builder -> builder.metaSchema(DIALECT)
                        .defaultMetaSchemaIri(DIALECT.getIri())
                        .schemaLoaders(loaders -> loaders.schemas(Map.of(LOCATION, text))));
        hash = sha256(yaml);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> new Operation(
                                this,
                                method.getValue().path("operationId").asText(),
                                method.getKey(),
                                path.getKey(),
                                method.getValue()))
                        .forEach(operation -> operations.put(operation.id(), operation)));
    }

    /** The contract of the class path, which is read once a process. */
    public static Contract load() {
        return Loaded.CONTRACT;
    }

    private static Contract read() {
        try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            return new Contract(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a contract from its text. */
    public static Contract of(String yaml) {
        try {
            return new Contract(yaml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document as it is written. */
    public String text() {
        return text;
    }

    /** The SHA-256 of the document, in hexadecimal digits. */
    public String hash() {
        return hash;
    }

    /** The version of the document. */
    public String version() {
        return document.at("/info/version").asText();
    }

    /** All operations, by their ids. */
    public Map<String, Operation> operations() {
        return Collections.unmodifiableMap(operations);
    }

    /**
     * The operation of this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Operation operation(String id) {
        return Optional.ofNullable(operations.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no operation " + id + " in " + RESOURCE));
    }

    /** The members of an object's schema, in the order of the document. */
    public List<Member> members(JsonNode schema) {
        List<String> required = texts(schema.path("required"));
        return schema.path("properties").properties().stream()
                .map(property -> new Member(
                        property.getKey(), required.contains(property.getKey()), resolve(property.getValue())))
                .toList();
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** What a part of the document stands for: what its {@code $ref} leads to, or else itself. */
    public JsonNode resolve(JsonNode node) {
        JsonNode ref = node.path("$ref");
        return ref.isMissingNode() ? node : resolve(document.at(ref.asText().substring(1)));
    }

    /** What a value breaks of a schema, a sentence each, which is named by a {@code $ref}. */
    List<String> violations(String ref, JsonNode value) {
        return schemas
                .getSchema(
                        SchemaLocation.of(LOCATION + ref),
                        SchemaValidatorsConfig.builder().build())
                .validate(value)
                .stream()
                .map(ValidationMessage::getMessage)
                // It begins with the place as a JSON pointer, which is empty for the body itself.
                .map(message -> message.replaceFirst("^(?:/|: )", ""))
                .sorted()
                .toList();
    }

    /** Read when it is first asked for. */
    private static final class Loaded {
        static final Contract CONTRACT = read();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
