package io.github.appflowkit.openapi.api;

import io.github.appflowkit.openapi.api.Fact.Side;
import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.OperationPart;
import io.github.appflowkit.openapi.document.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Collects what the schemas of a document promise: whatever they say is a fact, unless it is known to promise nothing. */
final class SchemaFacts {
    /** For people alone. */
    private static final Set<String> WORDS =
            Set.of("summary", "description", "title", "example", "examples", "externalDocs");
    /** Facts of their own. */
    private static final Set<String> STRUCTURE = Set.of("properties", "items", "required", "enum", "schema", "$ref");
    /** What holds where it is not said. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("additionalProperties", "true"),
            Map.entry("deprecated", "false"),
            Map.entry("exclusiveMaximum", "false"),
            Map.entry("exclusiveMinimum", "false"),
            Map.entry("minItems", "0"),
            Map.entry("minLength", "0"),
            Map.entry("minProperties", "0"),
            Map.entry("nullable", "false"),
            Map.entry("required", "false"),
            Map.entry("uniqueItems", "false"));

    private final Document document;
    private final List<Fact> facts = new ArrayList<>();
    private final Set<Fact.Key> known = new HashSet<>();

    SchemaFacts(Document document) {
        this.document = document;
    }

    /** What a part says that is not for people alone. */
    static Stream<Part> promises(Part part) {
        return part.members().values().stream()
                .filter(member ->
                        !WORDS.contains(member.name()) && !member.name().startsWith("x-"));
    }

    List<Fact> all() {
        return List.copyOf(facts);
    }

    void add(Side side, String element, String aspect, String written, Part part) {
        String value = Fact.plain(aspect, written);
        Fact fact = new Fact(side, element, aspect, value, part.place());
        if (!value.equals(DEFAULTS.get(aspect)) && known.add(fact.key())) {
            facts.add(fact);
        }
    }

    /** A body, whose members go by the name of their owner. */
    void body(Side side, String element, String owner, Part schema) {
        add(side, element, "type", schema.textOf("type"), schema);
        constraints(side, element, schema);
        contents(side, element, owner, schema, Set.of(schema.pointer()));
    }

    /** A member or a header. */
    void member(Side side, String element, Part written) {
        member(side, element, written, Set.of());
    }

    /** What is said of an element, beyond what it consists of. */
    void constraints(Side side, String element, Part part) {
        promises(part)
                .filter(said -> !STRUCTURE.contains(said.name()))
                .forEach(said -> add(side, element, said.name(), value(said), said));
        part.get("required")
                .filter(required -> required.kind() == Part.Kind.SCALAR)
                .ifPresent(required -> add(side, element, "required", required.text(), required));
        if (!(side == Side.HEADER && element.endsWith("." + OperationPart.ERROR_TYPE))) {
            part.get("enum")
                    .map(Part::items)
                    .orElse(List.of())
                    .forEach(value -> add(side, element, Fact.ENUM + value.written(), ContractFacts.THERE, value));
        }
    }

    private static String value(Part said) {
        return said.name().equals("additionalProperties") && said.kind() == Part.Kind.MAPPING
                ? ContractFacts.BY_SCHEMA
                : said.written();
    }

    /** One that holds itself is not entered again. */
    private void member(Side side, String element, Part written, Set<String> above) {
        Optional<Part> resolved = document.resolve(written);
        if (resolved.isEmpty()) {
            return;
        }
        Part schema = resolved.get();
        add(side, element, "type", schema.textOf("type"), written);
        constraints(side, element, schema);
        if (!above.contains(schema.pointer())) {
            Set<String> within = new HashSet<>(above);
            within.add(schema.pointer());
            contents(side, element, element, schema, within);
        }
    }

    private void contents(Side side, String element, String owner, Part schema, Set<String> within) {
        List<String> required = schema.textsOf("required");
        for (Part property : schema.membersOf("properties")) {
            String member = owner + "." + property.name();
            if (required.contains(property.name())) {
                add(side, member, "required", "true", property);
            }
            member(side, member, property, within);
        }
        schema.get("items").ifPresent(items -> member(side, element + "[]", items, within));
        schema.get("additionalProperties")
                .filter(values -> values.kind() == Part.Kind.MAPPING)
                .ifPresent(values -> member(side, element + "{}", values, within));
    }
}
