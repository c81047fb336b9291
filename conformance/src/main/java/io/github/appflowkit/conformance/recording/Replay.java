package io.github.appflowkit.conformance.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appflowkit.conformance.setup.Access;
import io.github.appflowkit.conformance.setup.Setup;
import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Access to a recorded target: who asks again what a scenario of the recorded run asked gets what it got, in that order.
 * What is not in the recording is untestable.
 */
public final class Replay implements Access {
    /** To see whether an outcome can be read at all. */
    private static final Request ANY = new Request("POST", "/", List.of(), null, "");

    private final Manifest manifest;
    private final Map<String, Map<JsonNode, Queue<JsonNode>>> scenarios = new HashMap<>();
    private boolean ended;
    private String endedEarly;

    private Replay(Manifest manifest) {
        this.manifest = manifest;
    }

    /**
     * Reads a recording.
     *
     * @throws RecordingException if the folder holds none, or one that is damaged
     */
    public static Replay of(Path folder) throws RecordingException {
        Replay replay = new Replay(Manifest.read(folder));
        Path file = folder.resolve(Line.FILE);
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                replay.add(lines.get(i), file + ":" + (i + 1) + ": ");
            }
        } catch (RecordingException e) {
            throw e;
        } catch (IOException e) {
            throw new RecordingException(file + " cannot be read: " + e);
        }
        return replay;
    }

    private void add(String text, String place) throws RecordingException {
        if (ended) {
            throw new RecordingException(place + "something follows the end of the recording");
        }
        try {
            Line line = Json.MAPPER.readValue(text, Line.class);
            if (line.end() != null) {
                ended = true;
                endedEarly = line.end().early();
                return;
            }
            check(line);
            scenarios
                    .computeIfAbsent(line.scenario(), key -> new HashMap<>())
                    .computeIfAbsent(line.asked(), key -> new ArrayDeque<>())
                    .add(line.outcome());
        } catch (JsonProcessingException e) {
            throw new RecordingException(place + "is no line of a recording, or a part of one: " + Json.reason(e));
        } catch (IllegalArgumentException e) {
            throw new RecordingException(place + e.getMessage());
        }
    }

    private static void check(Line line) {
        if (line.scenario() == null || line.asked() == null || line.outcome() == null) {
            throw new IllegalArgumentException("needs a scenario, a request or a setup, and an outcome");
        }
        if (line.request() != null) {
            ExchangeJson.exchange(ANY, line.outcome());
        } else {
            KeptSetup.check(line.setup(), line.outcome().path("given"));
        }
    }

    /** With what the recorded run was made. */
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public Optional<String> endedEarly() {
        return ended ? Optional.ofNullable(endedEarly) : Optional.of("the recording ends before its run did");
    }

    @Override
    public Sender sender(String scenario) {
        return new ReplayingSender(scenario);
    }

    @Override
    public Setup setup(String scenario) {
        return new KeptSetup(manifest.setup(), (asked, live) -> given(scenario, asked));
    }

    @Override
    public boolean isLive() {
        return false;
    }

    private JsonNode given(String scenario, ObjectNode asked) {
        JsonNode outcome = next(scenario, asked, "call of the setup: " + asked);
        if (outcome.has("untestable")) {
            throw new Untestable(outcome.path("untestable").asText());
        }
        return outcome.path("given");
    }

    private synchronized JsonNode next(String scenario, JsonNode asked, String what) {
        Queue<JsonNode> outcomes = scenarios.getOrDefault(scenario, Map.of()).getOrDefault(asked, new ArrayDeque<>());
        if (outcomes.isEmpty()) {
            String missing = scenarios.containsKey(scenario) ? what : "exchange of this scenario";
            throw new Untestable("the recording holds no " + missing
                    + endedEarly().map(reason -> ", for " + reason).orElse(""));
        }
        return outcomes.remove();
    }

    /** Gives the recorded exchanges of a scenario. */
    private final class ReplayingSender implements Sender {
        private final String scenario;

        ReplayingSender(String scenario) {
            this.scenario = scenario;
        }

        @Override
        public Target target() {
            return manifest.target();
        }

        @Override
        public boolean signs() {
            return manifest.signed();
        }

        /** Whether one asked in the recorded scenario; what was not recorded at all is untestable for that. */
        @Override
        public boolean hasSecondAccount() {
            return !scenarios.containsKey(scenario)
                    || scenarios.get(scenario).keySet().stream().anyMatch(ExchangeJson::isOfSecondAccount);
        }

        @Override
        public Exchange send(Request request) {
            return sendRaw(request);
        }

        @Override
        public Exchange sendRaw(Request request) {
            JsonNode outcome = next(
                    scenario,
                    ExchangeJson.of(request),
                    "further answer to this " + request.method() + " " + request.target());
            return ExchangeJson.exchange(request, outcome);
        }

        @Override
        public Connection connect() {
            return new Connection() {
                @Override
                public Exchange sendRaw(Request request) {
                    return ReplayingSender.this.sendRaw(request);
                }

                @Override
                public void close() {
                    // Nothing was opened.
                }
            };
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
