package io.github.appflowkit.openapi.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appflowkit.openapi.api.ContractFacts;
import io.github.appflowkit.openapi.api.Fact;
import io.github.appflowkit.openapi.api.Fact.Side;
import io.github.appflowkit.openapi.document.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the facts of a model in the words of the contract. */
final class FactList {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("enum", "string"),
            Map.entry("blob", "string"),
            Map.entry("byte", "integer"),
            Map.entry("short", "integer"),
            Map.entry("long", "integer"),
            Map.entry("intEnum", "integer"),
            Map.entry("float", "number"),
            Map.entry("double", "number"),
            Map.entry("timestamp", "number"),
            Map.entry("bigInteger", "integer"),
            Map.entry("bigDecimal", "number"),
            Map.entry("list", "array"),
            Map.entry("set", "array"),
            Map.entry("structure", "object"),
            Map.entry("union", "object"),
            Map.entry("map", "object"));

    /** How times are written as texts; else they are numbers. */
    private static final List<String> TEXT_TIMES = List.of("date-time", "iso8601", "http-date", "rfc822");

    private final Place place;
    private final List<Fact> facts = new ArrayList<>();
    private final Set<Fact.Key> known = new HashSet<>();

    FactList(Path file) {
        place = new Place(file.toString(), 1, 1);
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    void add(Side side, String element, String aspect, String value) {
        Fact fact = new Fact(side, element, aspect, value, place);
        if (known.add(fact.key())) {
            facts.add(fact);
        }
    }

    void operation(String name, String method, String path, int status) {
        add(Side.OPERATION, name, "method", method);
        add(Side.OPERATION, name, "path", path);
        add(Side.OPERATION, name, "status", String.valueOf(status));
    }

    void error(String operation, int status, String name) {
        add(Side.ERROR, operation, status + "." + name, ContractFacts.THERE);
    }

    /**
     * The type of a member, and what it says besides.
     *
     * @param timestampFormat how a time is written, if the model says so
     */
    void type(Side side, String element, String type, String timestampFormat) {
        boolean text = type.equals("timestamp") && TEXT_TIMES.contains(timestampFormat);
        add(side, element, "type", text ? "string" : TYPES.getOrDefault(type, type));
        if (text && !timestampFormat.equals("http-date") && !timestampFormat.equals("rfc822")) {
            add(side, element, "format", "date-time");
        }
        switch (type) {
            case "blob" -> add(side, element, "format", "byte");
            case "set" -> add(side, element, "uniqueItems", "true");
            case "map" -> add(side, element, "additionalProperties", ContractFacts.BY_SCHEMA);
            default -> {}
        }
    }

    /** The bounds of a length, of a number or of a list; a least length of nothing bounds nothing. */
    void bounds(Side side, String element, String type, JsonNode min, JsonNode max) {
        String what = switch (TYPES.getOrDefault(type, type)) {
            case "array" -> "Items";
            case "object" -> "Properties";
            case "number", "integer" -> "imum";
            default -> "Length";
        };
        if (min.isNumber() && (min.asLong() != 0 || what.equals("imum"))) {
            add(side, element, "min" + what, Fact.plain("min" + what, min.asText()));
        }
        if (max.isNumber()) {
            add(side, element, "max" + what, Fact.plain("max" + what, max.asText()));
        }
    }

    void enumValue(Side side, String element, String value) {
        add(side, element, Fact.ENUM + value, ContractFacts.THERE);
    }
}
