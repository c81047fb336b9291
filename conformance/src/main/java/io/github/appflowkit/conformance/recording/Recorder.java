package io.github.appflowkit.conformance.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appflowkit.conformance.setup.Access;
import io.github.appflowkit.conformance.setup.Setup;
import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.ForwardingSender;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Sender;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Access to a target whose exchanges are written down as they happen, without secrets, so that {@link Replay} can give
 * them again. What cannot be written is told at the end and disturbs no verdict.
 */
public final class Recorder implements Access, AutoCloseable {
    /** What is shorter stands in innocent words too, and no secret that is worth the name is. */
    private static final int SHORTEST_SECRET = 6;

    private final Access live;
    private final List<String> secrets;
    private final OutputStream out;
    private String failure;

    private Recorder(Access live, Collection<String> secrets, OutputStream out) {
        this.live = live;
        this.secrets = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .toList();
        this.out = out;
    }

    /**
     * Begins a recording, in place of one that the folder may hold.
     *
     * @param secrets what the recording must not hold, wherever an endpoint repeats it
     * @throws RecordingException if the folder cannot be written to, or holds something else
     */
    public static Recorder into(Path folder, Manifest manifest, Access live, Collection<String> secrets)
            throws RecordingException {
        check(folder);
        try {
            Files.createDirectories(folder);
            manifest.write(folder);
            return new Recorder(live, secrets, Files.newOutputStream(folder.resolve(Line.FILE)));
        } catch (IOException e) {
            throw new RecordingException(folder + " cannot be written to: " + e.getMessage());
        }
    }

    /**
     * Checks that a recording can go into a folder.
     *
     * @throws RecordingException if it is a file, or holds something else than a recording
     */
    public static void check(Path folder) throws RecordingException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new RecordingException(folder + " is a file, and a recording needs a folder");
        }
        if (Files.isDirectory(folder) && !isEmpty(folder)) {
            try {
                Manifest.read(folder);
            } catch (RecordingException foreign) {
                throw new RecordingException(
                        folder + " holds something else than a recording: give a new or an empty folder");
            }
        }
    }

    private static boolean isEmpty(Path folder) throws RecordingException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        } catch (IOException e) {
            throw new RecordingException(folder + " cannot be read: " + e.getMessage());
        }
    }

    @Override
    public Sender sender(String scenario) {
        return new RecordingSender(scenario, live.sender(scenario));
    }

    @Override
    public Setup setup(String scenario) {
        Setup setup = live.setup(scenario);
        return new KeptSetup(setup.rung(), (asked, call) -> kept(scenario, asked, setup, call));
    }

    @Override
    public boolean isLive() {
        return live.isLive();
    }

    @Override
    public Optional<String> endedEarly() {
        return live.endedEarly();
    }

    /** Notes that the run has ended, and why it ended early if it did. */
    public void ended(Optional<String> early) {
        write(Line.ofEnd(early.orElse(null)));
    }

    /** Why the recording is not whole, if it is not. */
    public synchronized Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private Exchange kept(String scenario, Exchange exchange) {
        write(Line.ofRequest(scenario, ExchangeJson.of(exchange.request()), ExchangeJson.outcome(exchange)));
        return exchange;
    }

    private JsonNode kept(String scenario, ObjectNode asked, Setup setup, Function<Setup, Object> call) {
        ObjectNode outcome = Json.MAPPER.createObjectNode();
        try {
            Object given = call.apply(setup);
            outcome.set("given", given == null ? null : Json.MAPPER.valueToTree(given));
            return outcome.path("given");
        } catch (Untestable refused) {
            outcome.put("untestable", refused.getMessage());
            throw refused;
        } finally {
            write(Line.ofSetup(scenario, asked, outcome));
        }
    }

    /** Writes a whole line at once, so that a run that is killed leaves whole lines. */
    private synchronized void write(Line line) {
        if (failure != null) {
            return;
        }
        try {
            String text = Json.MAPPER.writeValueAsString(line);
            for (String secret : secrets) {
                text = text.replace(secret, Header.MASK);
            }
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            failure = e.getMessage();
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            failure = failure == null ? e.getMessage() : failure;
        }
    }

    /** Sends what it is given, and writes down what comes of it. */
    private final class RecordingSender extends ForwardingSender {
        private final String scenario;

        RecordingSender(String scenario, Sender sender) {
            super(sender);
            this.scenario = scenario;
        }

        @Override
        protected Exchange exchange(Request request, Supplier<Exchange> exchanging) {
            return kept(scenario, exchanging.get());
        }
    }
}
