package io.github.appflowkit.conformance.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.appflowkit.conformance.file.InvalidFileException;
import io.github.appflowkit.conformance.file.TextFile;
import io.github.appflowkit.conformance.file.YamlProblem;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Member;
import io.github.appflowkit.conformance.target.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The resources that a user's file names: what there is at the target already, in the form of the state documents, and
 * what of it a run may stop and delete.
 */
public final class ExistingResources {
    private static final List<String> STATUSES =
            List.of("Active", "Deprecated", "Deleted", "Draft", "Errored", "Suspended");
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final List<Existing> all = new ArrayList<>();

    private ExistingResources(Path file) {
        this.file = file;
    }

    /**
     * A resource of the file.
     *
     * @param expendable whether a run may stop and delete it
     */
    private record Existing(Resource resource, boolean expendable) {}

    /**
     * Reads a file.
     *
     * @param region the region of what names none
     * @throws InvalidFileException if it cannot be used
     */
    public static ExistingResources read(Path file, String region) {
        ExistingResources resources = new ExistingResources(file);
        JsonNode root = resources.parse();
        resources.requireMembers(root, "the document", Set.of("connectorProfiles", "flows"));
        resources.elements(root, "", "connectorProfiles").forEach((place, node) -> {
            resources.requireMembers(node, place, Set.of("name", "region", "expendable"));
            String name = resources.name(node, place, "DeleteConnectorProfile");
            Profile profile = new Profile(name, resources.region(node, place, region));
            resources.all.add(new Existing(profile, resources.expendable(node, place)));
        });
        resources.elements(root, "", "flows").forEach((place, node) -> {
            resources.requireMembers(
                    node, place, Set.of("name", "region", "trigger", "status", "source", "destinations", "expendable"));
            resources.all.add(new Existing(resources.flow(node, place, region), resources.expendable(node, place)));
        });
        resources.requireUnique();
        return resources;
    }

    Path file() {
        return file;
    }

    /** The resources, in the order of the file. */
    List<Resource> all() {
        return all.stream().map(Existing::resource).toList();
    }

    /** Those that a run may stop and delete. */
    List<Resource> expendable() {
        return all.stream().filter(Existing::expendable).map(Existing::resource).toList();
    }

    /**
     * Refuses to touch what is not expendable.
     *
     * @param touched whether the resource of a name would be touched
     * @throws Untestable if such a resource is not marked as expendable
     */
    void refuseProtected(Predicate<String> touched) {
        all.stream()
                .filter(existing -> !existing.expendable())
                .map(Existing::resource)
                .filter(resource -> touched.test(resource.name()))
                .findFirst()
                .ifPresent(resource -> {
                    String kind = resource instanceof Flow ? "flow " : "profile ";
                    throw new Untestable("the " + kind + resource.name() + " is not marked as expendable in " + file);
                });
    }

    private JsonNode parse() {
        try {
            JsonNode root = YAML.readTree(TextFile.read(file));
            if (root == null || !root.isObject()) {
                throw wrong("the document", "a map of connectorProfiles and flows is needed");
            }
            return root;
        } catch (JsonProcessingException e) {
            OptionalInt line = YamlProblem.line(e);
            String place = line.isPresent() ? "line " + line.getAsInt() + ": " : "";
            throw new InvalidFileException(file, place + "neither YAML nor JSON: " + YamlProblem.of(e));
        }
    }

    private Map<String, JsonNode> elements(JsonNode node, String place, String member) {
        JsonNode list = node.path(member);
        if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
            throw wrong(place + member, "a list is needed");
        }
        Map<String, JsonNode> elements = new LinkedHashMap<>();
        list.forEach(element -> elements.put(place + member + "[" + elements.size() + "]", element));
        return elements;
    }

    private void requireMembers(JsonNode node, String place, Set<String> known) {
        if (!node.isObject()) {
            throw wrong(place, "a map is needed");
        }
        node.fieldNames().forEachRemaining(member -> {
            if (!known.contains(member)) {
                throw wrong(
                        place,
                        member + " is unknown; the known members are " + String.join(", ", new TreeSet<>(known)));
            }
        });
    }

    private Flow flow(JsonNode node, String place, String region) {
        String trigger = text(node, place, "trigger", "");
        String status = text(node, place, "status", "Active");
        if (!STATUSES.contains(status)) {
            throw wrong(place + ".status", status + " is none of " + String.join(", ", STATUSES));
        }
        List<String> destinations = new ArrayList<>();
        elements(node, place + ".", "destinations").forEach((element, destination) -> {
            if (!destination.isTextual()) {
                throw wrong(element, "the name of a profile is needed");
            }
            destinations.add(destination.textValue());
        });
        return new Flow(
                name(node, place, "StopFlow"),
                region(node, place, region),
                Stream.of(Flow.Trigger.values())
                        .filter(known -> known.name().equals(trigger))
                        .findFirst()
                        .orElseThrow(() -> wrong(place + ".trigger", "OnDemand, Scheduled or Event is needed")),
                status,
                text(node, place, "source", null),
                destinations);
    }

    private String name(JsonNode node, String place, String operation) {
        String name = text(node, place, "name", "");
        if (name.isEmpty()) {
            throw wrong(place + ".name", "a name is needed");
        }
        Member form = Contract.load().operations().get(operation).nameMember();
        if (!form.pattern().matcher(name).matches() || name.length() > form.maxLength()) {
            throw wrong(
                    place + ".name",
                    name + " cannot be a " + form.name() + ", which matches " + form.pattern() + " and has at most "
                            + form.maxLength() + " characters");
        }
        return name;
    }

    private String region(JsonNode node, String place, String otherwise) {
        String region = text(node, place, "region", otherwise);
        if (!Target.isRegion(region)) {
            throw wrong(place + ".region", region + " is no region, such as us-east-1");
        }
        return region;
    }

    private String text(JsonNode node, String place, String member, String otherwise) {
        JsonNode value = node.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isTextual()) {
            throw wrong(place + "." + member, "a text is needed; put " + value + " in quotes");
        }
        return value.textValue();
    }

    private boolean expendable(JsonNode node, String place) {
        JsonNode value = node.path("expendable");
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong(place + ".expendable", "true or false is needed");
        }
        return value.asBoolean();
    }

    private void requireUnique() {
        Set<String> seen = new HashSet<>();
        all.stream()
                .map(existing -> existing.resource().title())
                .filter(title -> !seen.add(title))
                .findFirst()
                .ifPresent(title -> {
                    throw new InvalidFileException(file, title + " is there twice");
                });
    }

    private InvalidFileException wrong(String place, String what) {
        return new InvalidFileException(file, place + ": " + what);
    }
}
