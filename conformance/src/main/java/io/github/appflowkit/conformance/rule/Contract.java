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
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
                                method.getValue().path("operationId").asText(),
                                method.getKey(),
                                path.getKey(),
                                method.getValue()))
                        .forEach(operation -> operations.put(operation.id(), operation)));
    }

    /** Reads the contract from the class path. */
    public static Contract load() {
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
        return operations;
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

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** What a part of the document stands for: what its {@code $ref} leads to, or else itself. */
    public JsonNode resolve(JsonNode node) {
        JsonNode ref = node.path("$ref");
        return ref.isMissingNode() ? node : resolve(document.at(ref.asText().substring(1)));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One operation of the contract. */
    public final class Operation {
        private final String id;
        private final String method;
        private final String path;
        private final JsonNode node;

        private Operation(String id, String method, String path, JsonNode node) {
            this.id = id;
            this.method = method.toUpperCase(Locale.ROOT);
            this.path = path;
            this.node = node;
        }

        /** The operation's id, such as {@code StopFlow}. */
        public String id() {
            return id;
        }

        /** The HTTP method. */
        public String method() {
            return method;
        }

        /** The path, such as {@code /stop-flow}. */
        public String path() {
            return path;
        }

        /** The members of the request, in the order of the document. */
        public List<Member> input() {
            return members(resolve(node.at("/requestBody/content/application~1json/schema")));
        }

        /** The parameters in its path, its query and its headers. */
        public List<Member> parameters() {
            return StreamSupport.stream(node.path("parameters").spliterator(), false)
                    .map(Contract.this::resolve)
                    .map(parameter -> new Member(
                            parameter.path("name").asText(),
                            parameter.path("required").asBoolean(),
                            resolve(parameter.path("schema"))))
                    .toList();
        }

        /** The names of the headers of the answer with this status. */
        public List<String> headers(int status) {
            return response(status).path("headers").properties().stream()
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** The member of the request that names the resource: the one that is required. */
        public Member nameMember() {
            return input().stream().filter(Member::required).findFirst().orElseThrow();
        }

        /** The members of the answer with this status; none if it has no JSON body. */
        public List<Member> output(int status) {
            return members(resolve(schema(status)));
        }

        /** The documented statuses. */
        public List<Integer> statuses() {
            return node.path("responses").properties().stream()
                    .map(response -> Integer.valueOf(response.getKey()))
                    .toList();
        }

        /** The names of the errors that are documented for a status; none for 200 and for an undocumented status. */
        public List<String> errors(int status) {
            JsonNode header = response(status).path("headers").path("X-Amzn-Errortype");
            return texts(resolve(header).path("schema").path("enum"));
        }

        /** The documented status of an error. */
        public Optional<Integer> statusOf(String error) {
            return statuses().stream()
                    .filter(status -> errors(status).contains(error))
                    .findFirst();
        }

        /**
         * What a body breaks of the schema of a status, a sentence each; none if it fits.
         *
         * @throws IllegalArgumentException if the contract names no schema to hold it against
         */
        public List<String> violations(int status, JsonNode body) {
            String ref = schema(status).path("$ref").asText();
            if (ref.isEmpty()) {
                throw new IllegalArgumentException(id + " has no schema of a name for the body of a " + status);
            }
            return schemas
                    .getSchema(
                            SchemaLocation.of(LOCATION + ref),
                            SchemaValidatorsConfig.builder().build())
                    .validate(body)
                    .stream()
                    .map(ValidationMessage::getMessage)
                    // It begins with the place as a JSON pointer, which is empty for the body itself.
                    .map(message -> message.replaceFirst("^(?:/|: )", ""))
                    .sorted()
                    .toList();
        }

        private JsonNode response(int status) {
            return resolve(node.path("responses").path(String.valueOf(status)));
        }

        private JsonNode schema(int status) {
            return response(status).at("/content/application~1json/schema");
        }
    }

    /**
     * A member of a request or of an answer.
     *
     * @param name its name
     * @param required whether it must be there
     * @param schema its schema
     */
    public record Member(String name, boolean required, JsonNode schema) {
        /** The JSON type: {@code string}, {@code boolean}, … */
        public String type() {
            return schema.path("type").asText();
        }

        /** The greatest length, in code points. */
        public int maxLength() {
            return schema.path("maxLength").asInt();
        }

        /** The pattern that the whole value matches. */
        public Pattern pattern() {
            return Pattern.compile(schema.path("pattern").asText());
        }
    }
}
