package io.github.appflowkit.conformance.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.setup.Flow;
import io.github.appflowkit.conformance.setup.Profile;
import io.github.appflowkit.conformance.setup.Setup;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** A setup whose calls can be written down and read again, for each is told as JSON, and so is what it gives. */
final class KeptSetup implements Setup {
    /** Makes a call of a live setup and writes it down, or finds what was written down of it. */
    interface Calls {
        /**
         * Gives what the call gives, as JSON; a null for nothing.
         *
         * @param asked the call
         * @param live makes it
         */
        JsonNode call(ObjectNode asked, Function<Setup, Object> live);
    }

    private final String rung;
    private final Calls calls;
    private final Set<String> put = ConcurrentHashMap.newKeySet();
    private final Map<String, String> names = new ConcurrentHashMap<>();

    KeptSetup(String rung, Calls calls) {
        this.rung = rung;
        this.calls = calls;
    }

    @Override
    public String rung() {
        return rung;
    }

    @Override
    public Optional<String> lacks(Need need) {
        ObjectNode asked = asked("lacks").put("need", need.label());
        return read(calls.call(asked, setup -> setup.lacks(need).orElse(null)), String.class);
    }

    @Override
    public void put(Profile profile) {
        ObjectNode asked = asked("put").set("profile", Json.MAPPER.valueToTree(profile));
        put.add(profile.name());
        learn(calls.call(asked, setup -> {
            setup.put(profile);
            return others(setup);
        }));
    }

    @Override
    public void put(Flow flow) {
        ObjectNode asked = asked("put").set("flow", Json.MAPPER.valueToTree(flow));
        put.add(flow.name());
        put.addAll(flow.uses());
        learn(calls.call(asked, setup -> {
            setup.put(flow);
            return others(setup);
        }));
    }

    @Override
    public Optional<Profile> profile(String name, String region) {
        ObjectNode asked = asked("read").put("profile", name).put("region", region);
        return read(calls.call(asked, setup -> setup.profile(name, region).orElse(null)), Profile.class);
    }

    @Override
    public Optional<Flow> flow(String name, String region) {
        ObjectNode asked = asked("read").put("flow", name).put("region", region);
        return read(calls.call(asked, setup -> setup.flow(name, region).orElse(null)), Flow.class);
    }

    @Override
    public Optional<String> inactive(String name, String region) {
        ObjectNode asked = asked("inactive").put("flow", name).put("region", region);
        return read(calls.call(asked, setup -> setup.inactive(name, region).orElse(null)), String.class);
    }

    @Override
    public void remove(Profile profile) {
        make(
                asked("remove").put("profile", profile.name()).put("region", profile.region()),
                setup -> setup.remove(profile));
    }

    @Override
    public void remove(Flow flow) {
        make(asked("remove").put("flow", flow.name()).put("region", flow.region()), setup -> setup.remove(flow));
    }

    @Override
    public void planError(String operation, String name, String region, String error, int times) {
        ObjectNode asked = asked("planError")
                .put("operation", operation)
                .put("name", name)
                .put("region", region)
                .put("error", error)
                .put("times", times);
        make(asked, setup -> setup.planError(operation, name, region, error, times));
    }

    @Override
    public String nameOf(String name) {
        return names.getOrDefault(name, name);
    }

    /** The names at the target that are other ones than were put; null if there is none. */
    private Map<String, String> others(Setup setup) {
        Map<String, String> others = new TreeMap<>();
        put.stream()
                .filter(name -> !setup.nameOf(name).equals(name))
                .forEach(name -> others.put(name, setup.nameOf(name)));
        return others.isEmpty() ? null : others;
    }

    private void learn(JsonNode given) {
        given.properties()
                .forEach(name -> names.put(name.getKey(), name.getValue().asText()));
    }

    private static ObjectNode asked(String call) {
        return Json.MAPPER.createObjectNode().put("call", call);
    }

    private void make(ObjectNode asked, Consumer<Setup> live) {
        calls.call(asked, setup -> {
            live.accept(setup);
            return null;
        });
    }

    /**
     * Checks what was written down of a call.
     *
     * @throws IllegalArgumentException if it cannot be what the call gave
     */
    static void check(JsonNode asked, JsonNode given) {
        if (asked.path("call").asText().equals("read")) {
            Class<?> type = asked.has("profile") ? Profile.class : Flow.class;
            read(given, type);
        }
    }

    private static <T> Optional<T> read(JsonNode given, Class<T> type) {
        try {
            return Optional.ofNullable(
                    given.isMissingNode() || given.isNull() ? null : Json.MAPPER.treeToValue(given, type));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(Json.reason(e), e);
        }
    }
}
