package io.github.appflowkit.conformance.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appflowkit.conformance.setup.Ledger.Entry;
import io.github.appflowkit.conformance.setup.Ledger.Kind;
import io.github.appflowkit.conformance.setup.Ledger.Way;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * One line of a ledger's file: an entry that is noted, or struck.
 *
 * @param removed whether the entry is struck
 */
record LedgerLine(Entry entry, boolean removed) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BEGINNING = "{\"time\":\"";

    /** The line of a text; empty if it is none. */
    static Optional<LedgerLine> parse(String text) {
        return object(text)
                .flatMap(line -> entry(line)
                        .map(entry -> new LedgerLine(entry, line.path("removed").asBoolean())));
    }

    /** Whether a text was cut while it was written: it is no whole JSON object. */
    static boolean isCut(String text) {
        return object(text).isEmpty();
    }

    /** Whether a text can be the beginning of a line, so that a file of it alone is a ledger and not another file. */
    static boolean isBeginning(String text) {
        return text.startsWith(BEGINNING) || !text.isEmpty() && BEGINNING.startsWith(text);
    }

    /** The text of the line. */
    String text() {
        ObjectNode line = JSON.createObjectNode()
                .put("time", entry.time().toString())
                .put("endpoint", entry.way().endpoint().toString())
                .put("region", entry.region())
                .put("kind", entry.kind().label())
                .put("name", entry.name())
                .put("rung", entry.way().rung());
        if (entry.way().control() != null) {
            line.put("control", entry.way().control().toString());
        }
        if (entry.before() != null) {
            line.set("before", entry.before());
        }
        if (!entry.certain()) {
            line.put("certain", false);
        }
        return (removed ? line.put("removed", true) : line).toString();
    }

    private static Optional<JsonNode> object(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Entry> entry(JsonNode line) {
        try {
            URI control = line.has("control") ? URI.create(line.path("control").asText()) : null;
            Way way = new Way(
                    URI.create(line.path("endpoint").asText()),
                    line.path("rung").asText(),
                    control);
            Instant time = Instant.parse(line.path("time").asText());
            return Kind.of(line.path("kind").asText())
                    .filter(kind -> hasHost(way.endpoint())
                            && (control == null || hasHost(control))
                            && line.path("name").isTextual())
                    .map(kind -> new Entry(
                            way,
                            line.path("region").asText(),
                            kind,
                            line.path("name").asText(),
                            time,
                            line.get("before"),
                            line.path("certain").asBoolean(true)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean hasHost(URI url) {
        return url.getHost() != null;
    }
}
