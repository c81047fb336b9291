package io.github.appflowkit.openapi.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Part;
import io.github.appflowkit.openapi.document.Sound;
import io.github.appflowkit.openapi.lint.Lint;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever is altered in the contract, taken out of it or put into it, and is not words, is told. */
class EveryPartTest {
    private static final Predicate<String> WORDS = Pattern.compile(
                    "/(info|tags|summary|description|examples|x-[^/]*)(/|$)")
            .asPredicate();

    /** One that says all that may be said. */
    private static final Sound FULL = Sound.contract()
            .with(
                    "description: A server.",
                    "description: A server.\n    variables: {region: {default: a, enum: [a, b],"
                            + " description: Where.}}")
            .with("http://localhost", "http://{region}")
            .with("      requestBody:", "      deprecated: true\n      requestBody:")
            .with(
                    "          description: The flow was activated.\n",
                    "          description: The flow was activated.\n          headers:\n            x-id:\n"
                            + "              description: Its id.\n              required: true\n"
                            + "              schema: {type: string, format: uuid}\n")
            .with(
                    "required: [flowName]\n",
                    "required: [flowName]\n      additionalProperties: false\n" + "      maxProperties: 9\n")
            .with(
                    "          minimum: 1\n",
                    "          minimum: 1\n          exclusiveMinimum: true\n"
                            + "          multipleOf: 2\n          default: 4\n          nullable: true\n")
            .with(
                    "        mode:\n",
                    "        names:\n          description: Others.\n          type: array\n          minItems: 1\n"
                            + "          uniqueItems: true\n          items: {type: integer, maximum: 7}\n"
                            + "        labels:\n          description: Labels.\n          type: object\n"
                            + "          additionalProperties: {type: integer, maximum: 8}\n        mode:\n");

    private static final Document CONTRACT = FULL.document();
    private static final JsonNode JSON = json();

    @Test
    void the_contract_that_is_altered_is_sound() {
        assertThat(Lint.contract(CONTRACT)).isEmpty();
    }

    @Test
    void what_is_taken_out_or_put_in_is_told() {
        assertThat(parts())
                .isNotEmpty()
                .filteredOn(part -> {
                    Document without = altered(part, Optional.empty());
                    return isSilent(CONTRACT, without, without) || isSilent(without, CONTRACT, without);
                })
                .extracting(Part::pointer)
                .isEmpty();
    }

    @Test
    void what_has_another_value_is_told() {
        assertThat(parts())
                .filteredOn(part -> part.kind() == Part.Kind.SCALAR)
                .isNotEmpty()
                .filteredOn(part -> {
                    Document other = altered(part, Optional.of(part));
                    return isSilent(CONTRACT, other, other);
                })
                .extracting(Part::pointer)
                .isEmpty();
    }

    /** Whether one contract can follow another without a word. */
    private static boolean isSilent(Document released, Document present, Document altered) {
        return Changes.between(released, present).isEmpty()
                && Lint.contract(altered).isEmpty();
    }

    private static List<Part> parts() {
        return CONTRACT.root()
                .all()
                .filter(part -> !part.pointer().equals("#") && !WORDS.test(part.pointer()))
                .toList();
    }

    /** The contract with another value in the place of a part, or with nothing. */
    private static Document altered(Part part, Optional<Part> another) {
        JsonNode root = JSON.deepCopy();
        JsonPointer pointer = JsonPointer.compile(part.pointer().substring(1));
        JsonNode owner = root.at(pointer.head());
        Optional<JsonNode> value = another.map(scalar -> other(root.at(pointer)));
        if (owner instanceof ObjectNode mapping) {
            String name = pointer.last().getMatchingProperty();
            value.ifPresentOrElse(node -> mapping.set(name, node), () -> mapping.remove(name));
        } else {
            int index = pointer.last().getMatchingIndex();
            value.ifPresentOrElse(
                    node -> ((ArrayNode) owner).set(index, node), () -> ((ArrayNode) owner).remove(index));
        }
        return Document.of("openapi/appflow.yaml", root.toString());
    }

    private static JsonNode other(JsonNode scalar) {
        if (scalar.isBoolean()) {
            return BooleanNode.valueOf(!scalar.booleanValue());
        }
        return scalar.isInt() ? IntNode.valueOf(scalar.intValue() + 1) : TextNode.valueOf(scalar.asText() + "Other");
    }

    private static JsonNode json() {
        try {
            return new YAMLMapper().readTree(FULL.text());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
