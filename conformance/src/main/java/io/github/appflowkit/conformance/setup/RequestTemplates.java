package io.github.appflowkit.conformance.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.appflowkit.conformance.file.InvalidFileException;
import io.github.appflowkit.conformance.file.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.appflow.model.CreateConnectorProfileRequest;
import software.amazon.awssdk.services.appflow.model.CreateFlowRequest;

/**
 * The requests that make profiles and flows, as JSON templates. Endpoints differ in which connector types they take, so a
 * folder of the user's may replace any of them. A flow's ends are templates of their own: an end without a profile is an
 * S3 bucket, because AppFlow connects to S3 without one, so that such a flow uses no profile at all.
 */
public final class RequestTemplates {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final String PROFILE = "connector-profile.json";
    private static final String SOURCE = "source.json";
    private static final String NO_SOURCE = "source-without-profile.json";
    private static final String DESTINATION = "destination.json";
    private static final String NO_DESTINATION = "destination-without-profile.json";
    private static final Map<Flow.Trigger, String> FLOWS = Map.of(
            Flow.Trigger.Scheduled, "flow-scheduled.json",
            Flow.Trigger.Event, "flow-event.json",
            Flow.Trigger.OnDemand, "flow-on-demand.json");

    /** The placeholders of each file, every one of which has to be there. */
    private static final Map<String, Set<String>> FILES = Map.of(
            PROFILE,
            Set.of("name"),
            FLOWS.get(Flow.Trigger.Scheduled),
            Set.of("name", "source", "destinations"),
            FLOWS.get(Flow.Trigger.Event),
            Set.of("name", "source", "destinations"),
            FLOWS.get(Flow.Trigger.OnDemand),
            Set.of("name", "source", "destinations"),
            SOURCE,
            Set.of("profile"),
            NO_SOURCE,
            Set.of(),
            DESTINATION,
            Set.of("profile"),
            NO_DESTINATION,
            Set.of());

    private final Map<String, JsonNode> templates = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();

    private RequestTemplates(Optional<Path> folder) {
        FILES.forEach((file, placeholders) -> {
            Optional<Path> own = folder.map(dir -> dir.resolve(file)).filter(Files::exists);
            places.put(file, own.map(Path::toString).orElse(file));
            templates.put(file, parse(file, own.map(TextFile::read).orElseGet(() -> standard(file))));
        });
        FILES.forEach(this::checkPlaceholders);
        checkRequests();
    }

    /**
     * Reads the templates.
     *
     * @param folder holds those that replace the standard ones; empty for none
     * @throws InvalidFileException if one cannot be used
     */
    public static RequestTemplates load(Optional<Path> folder) {
        folder.filter(dir -> !Files.isDirectory(dir)).ifPresent(dir -> {
            throw new InvalidFileException(dir, "there is no such folder");
        });
        return new RequestTemplates(folder);
    }

    /** The names of the templates' files. */
    public static Set<String> files() {
        return new TreeSet<>(FILES.keySet());
    }

    /** The text of a standard template. */
    public static String standard(String file) {
        try (InputStream in = RequestTemplates.class.getResourceAsStream("/templates/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CreateConnectorProfileRequest connectorProfile(String name) {
        return request(PROFILE, Map.of("name", new TextNode(name)), CreateConnectorProfileRequest.builder())
                .build();
    }

    CreateFlowRequest flow(Flow flow) {
        ArrayNode destinations = JSON.createArrayNode();
        flow.destinations().forEach(profile -> destinations.add(end(DESTINATION, profile)));
        if (destinations.isEmpty()) {
            destinations.add(templates.get(NO_DESTINATION));
        }
        Map<String, JsonNode> values = Map.of(
                "name",
                new TextNode(flow.name()),
                "source",
                flow.reads().map(profile -> end(SOURCE, profile)).orElse(templates.get(NO_SOURCE)),
                "destinations",
                destinations);
        return request(FLOWS.get(flow.trigger()), values, CreateFlowRequest.builder())
                .build();
    }

    private JsonNode end(String file, String profile) {
        return filled(templates.get(file), Map.of("profile", new TextNode(profile)));
    }

    private <B extends software.amazon.awssdk.core.SdkPojo> B request(
            String file, Map<String, JsonNode> values, B builder) {
        try {
            return SdkRequestReader.read(filled(templates.get(file), values), builder);
        } catch (IllegalArgumentException e) {
            throw new InvalidFileException(places.get(file), e.getMessage());
        }
    }

    /** Fills the placeholders: a string that is nothing else becomes the value itself, any other holds its text. */
    private static JsonNode filled(JsonNode template, Map<String, JsonNode> values) {
        if (template.isObject()) {
            ObjectNode object = JSON.createObjectNode();
            template.properties().forEach(member -> object.set(member.getKey(), filled(member.getValue(), values)));
            return object;
        }
        if (template.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            template.forEach(element -> array.add(filled(element, values)));
            return array;
        }
        if (!template.isTextual()) {
            return template;
        }
        Matcher placeholder = PLACEHOLDER.matcher(template.textValue());
        if (placeholder.matches()) {
            return values.get(placeholder.group(1));
        }
        return new TextNode(placeholder.replaceAll(
                found -> Matcher.quoteReplacement(values.get(found.group(1)).asText())));
    }

    private JsonNode parse(String file, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": ";
            throw new InvalidFileException(places.get(file), place + "not JSON: " + e.getOriginalMessage());
        }
    }

    private void checkPlaceholders(String file, Set<String> known) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(templates.get(file).toString());
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        found.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new InvalidFileException(
                    places.get(file),
                    "the placeholder ${" + name + "} is unknown; "
                            + (known.isEmpty() ? "this file has none" : "this file has " + listed(known)));
        });
        if (!found.containsAll(known)) {
            throw new InvalidFileException(
                    places.get(file), "it needs the placeholder " + listed(missing(known, found)));
        }
    }

    private static Set<String> missing(Set<String> known, Set<String> found) {
        Set<String> missing = new TreeSet<>(known);
        missing.removeAll(found);
        return missing;
    }

    private static String listed(Set<String> placeholders) {
        return new TreeSet<>(placeholders)
                .stream()
                        .map(name -> "${" + name + "}")
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("");
    }

    /** Makes every kind of request once, so that what does not fit is told before anything is sent. */
    private void checkRequests() {
        connectorProfile("name");
        checkEnd(NO_SOURCE, true);
        checkEnd(SOURCE, true);
        checkEnd(NO_DESTINATION, false);
        checkEnd(DESTINATION, false);
        List.of(Flow.Trigger.values()).forEach(trigger -> flow(Flow.active("name", "region", trigger)));
    }

    private void checkEnd(String file, boolean source) {
        JsonNode end = filled(templates.get(file), Map.of("profile", new TextNode("profile")));
        try {
            ObjectNode request = JSON.createObjectNode();
            if (source) {
                request.set("sourceFlowConfig", end);
            } else {
                request.putArray("destinationFlowConfigList").add(end);
            }
            SdkRequestReader.read(request, CreateFlowRequest.builder());
        } catch (IllegalArgumentException e) {
            String reason = e.getMessage().replaceFirst("^/(sourceFlowConfig|destinationFlowConfigList/0)(: )?", "");
            throw new InvalidFileException(places.get(file), reason);
        }
    }
}
