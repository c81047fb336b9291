package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.fault;
import static io.github.appflowkit.conformance.proof.Changes.received;
import static io.github.appflowkit.conformance.proof.Changes.refused;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Mistakes in reading the body of a request. */
final class BodyFaults {

    private BodyFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("comments are JSON", reads(JsonReadFeature.ALLOW_JAVA_COMMENTS), "wire.body-json"),
                fault("comments of YAML are JSON", reads(JsonReadFeature.ALLOW_YAML_COMMENTS), "wire.body-json"),
                fault(
                        "YAML is read",
                        received(it ->
                                it.withText(text -> text.replaceFirst("^(\\w+): ([\\w-]+)$", "{\"$1\": \"$2\"}"))),
                        "wire.body-json"),
                fault(
                        "a semicolon behind the body is ignored",
                        received(it -> it.withText(text -> text.replaceFirst("(?<=}); ?$", ""))),
                        "wire.body-json"),
                fault(
                        "an escaped slash is refused",
                        refused(it -> it.text().contains("\\/"), 400, "SerializationException"),
                        "wire.json-layout"),
                fault("trailing commas are JSON", reads(JsonReadFeature.ALLOW_TRAILING_COMMA), "wire.body-json"),
                fault(
                        "a bracket behind the body is ignored",
                        received(it -> it.withText(text -> {
                            String first = text.replaceFirst("(?<=})[}\\]]$", "");
                            return isJson(text) || !isJson(first) ? text : first;
                        })),
                        "wire.body-json"),
                fault(
                        "any character may be escaped",
                        reads(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER),
                        "wire.body-json"),
                fault(
                        "numbers may begin with zeros",
                        reads(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS),
                        "wire.body-json"),
                fault(
                        "a text that holds JSON is parsed once more",
                        it -> it.body = (json, bytes) -> {
                            String text = new String(bytes, StandardCharsets.UTF_8);
                            return Json.read(
                                    json,
                                    text.startsWith("\"{")
                                            ? text.substring(1, text.length() - 1)
                                                    .replace("\\\"", "\"")
                                                    .getBytes(StandardCharsets.UTF_8)
                                            : bytes);
                        },
                        "wire.body-object"),
                fault(
                        "numbers may have a plus sign",
                        reads(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS),
                        "wire.body-json"),
                fault(
                        "numbers may begin with the point",
                        reads(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS),
                        "wire.body-json"),
                fault(
                        "numbers may end in the point",
                        reads(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS),
                        "wire.body-json"),
                fault(
                        "literals are read in any letter case",
                        received(it -> it.withText(text -> text.replace(": TRUE", ": true"))),
                        "wire.body-json"),
                fault(
                        "members may follow each other without a comma",
                        received(it -> it.withText(text -> text.replace("\" \"", "\", \""))),
                        "wire.body-json"),
                fault(
                        "arrays may end in a comma",
                        received(it -> it.withText(text -> text.replace(",]", "]"))),
                        "wire.body-json"),
                fault("a number of many digits is an internal error", crashes("[^\\[]*\\d{4400}"), "wire.odd-json"),
                fault(
                        "a lone surrogate in a name is an internal error",
                        crashes(".*Name\": \"[^\"]*\\\\ud800"),
                        "wire.odd-json"),
                fault("single quotes are JSON", reads(JsonReadFeature.ALLOW_SINGLE_QUOTES), "wire.body-json"),
                fault("NaN is JSON", reads(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS), "wire.body-json"),
                fault(
                        "what follows the first document is ignored",
                        it -> it.json = Json.strict()
                                .rebuild()
                                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                                .build(),
                        "wire.body-json"),
                fault(
                        "what precedes the first brace is ignored",
                        received(it -> it.withText(text -> text.substring(Math.max(0, text.indexOf('{'))))),
                        "wire.body-json"),
                fault(
                        "a body that ends too early is completed",
                        received(it -> it.withText(text -> isJson(text + "}") ? text + "}" : text)),
                        "wire.body-json"),
                fault(
                        "a body that is not JSON is not found",
                        unreadable(404, "ResourceNotFoundException"),
                        "wire.body-json"),
                fault(
                        "a body that is not JSON is an internal error",
                        unreadable(500, "InternalServerException"),
                        "wire.body-json",
                        "wire.odd-json"),
                fault(
                        "a body that is not JSON is a validation error",
                        unreadable(400, "ValidationException"),
                        "wire.serialization-type"),
                fault(
                        "a body that is not JSON answers 200",
                        it -> it.around = (request, endpoint) -> {
                            Answer answer = endpoint.apply(request);
                            return request.isRouted() && answer.status() == 400 && !isJson(request.text())
                                    ? answer.cleared()
                                    : answer;
                        },
                        "wire.body-json"),
                fault(
                        "white space around the body is refused",
                        refused(
                                it -> it.isRouted()
                                        && !it.text().equals(it.text().strip()),
                                400,
                                "SerializationException"),
                        "wire.json-layout"),
                fault(
                        "escapes are not decoded",
                        received(it -> it.withText(text -> text.replace("\\u", "\\\\u"))),
                        "wire.json-layout"),
                fault(
                        "the name has to be the first member",
                        refused(
                                it -> it.deletesProfile() && it.text().matches("\\{\"forceDelete\".*\"connector.*"),
                                400,
                                "SerializationException"),
                        "wire.json-layout"),
                fault(
                        "an array is read like its first element",
                        roots(JsonNode::isArray, it -> it.path(0)),
                        "wire.body-object",
                        "wire.serialization-type"),
                fault(
                        "a string is read like a name",
                        roots(JsonNode::isTextual, name -> {
                            ObjectNode input = Json.object().set("flowName", name);
                            return input.set("connectorProfileName", name);
                        }),
                        "wire.body-object"),
                fault("a body of an array is an internal error", crashes("\\["), "wire.body-object"),
                fault("a body of a string is an internal error", crashes("\""), "wire.body-object"),
                fault("a body of null is an internal error", crashes("null"), "wire.body-object"),
                fault("a body of a number is an internal error", crashes("-?[0-9]"), "wire.body-object"),
                fault(
                        "a body of an array is not found",
                        refuses("\\[", 404, "ResourceNotFoundException"),
                        "wire.body-object"),
                fault(
                        "a body of null is read like an empty object",
                        roots(JsonNode::isNull, it -> Json.object()),
                        "wire.serialization-type"),
                fault("an empty body is an internal error", empty(500, "InternalServerException"), "wire.empty-body"),
                fault("an empty body is not found", empty(404, "ResourceNotFoundException"), "wire.empty-body"),
                fault("an empty body is a conflict", empty(409, "ConflictException"), "wire.empty-body"),
                fault(
                        "an empty body answers 200",
                        it -> it.around = (request, endpoint) -> {
                            Answer answer = endpoint.apply(request);
                            return request.isRouted() && request.body().length == 0 ? answer.cleared() : answer;
                        },
                        "wire.empty-body"),
                fault(
                        "deep JSON is an internal error",
                        refused(it -> it.text().contains("[".repeat(200)), 500, "InternalServerException"),
                        "wire.odd-json"),
                fault(
                        "a member that comes twice is an internal error",
                        crashes("(?s).*\"(\\w+)\"\\s*:.*\"\\1\"\\s*:.*"),
                        "wire.odd-json"),
                fault("a byte order mark is an internal error", crashes("\uFEFF"), "wire.odd-json"),
                fault(
                        "half a surrogate pair is an internal error",
                        crashes("(?s).*\\\\u[dD][89a-fA-F].*"),
                        "wire.odd-json"));
    }

    private static Consumer<Decisions> reads(JsonReadFeature feature) {
        return it -> it.json = Json.strict().rebuild().enable(feature).build();
    }

    /** Answers a body that is no JSON in another way. */
    private static Consumer<Decisions> unreadable(int status, String type) {
        return it -> it.body = (json, bytes) -> {
            if (bytes.length > 0 && !isJson(new String(bytes, StandardCharsets.UTF_8))) {
                throw new Refusal(status, type, "The body cannot be read.");
            }
            return Json.read(json, bytes);
        };
    }

    private static boolean isJson(String text) {
        try {
            Json.parse(Json.strict(), text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** Takes some documents for objects that are none. */
    private static Consumer<Decisions> roots(Predicate<JsonNode> which, UnaryOperator<JsonNode> as) {
        return received(request -> request.withText(text -> {
            if (!isJson(text)) {
                return text;
            }
            JsonNode root = Json.parse(Json.strict(), text.getBytes(StandardCharsets.UTF_8));
            return which.test(root) ? as.apply(root).toString() : text;
        }));
    }

    private static Consumer<Decisions> crashes(String start) {
        return refuses(start, 500, "InternalServerException");
    }

    private static Consumer<Decisions> refuses(String start, int status, String type) {
        return refused(
                request -> request.isRouted() && request.text().matches("(?s)\\s*(?:" + start + ").*"), status, type);
    }

    private static Consumer<Decisions> empty(int status, String type) {
        return refused(request -> request.isRouted() && request.body().length == 0, status, type);
    }
}
