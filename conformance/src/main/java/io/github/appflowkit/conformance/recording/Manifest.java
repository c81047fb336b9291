package io.github.appflowkit.conformance.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.appflowkit.conformance.target.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * With what a recorded run was made, so that it can be judged again.
 *
 * @param kind tells a recording from other folders
 * @param format the version of the recording's form
 * @param suite the version of the suite
 * @param contract the hash of the contract
 * @param started when the run began
 * @param endpoint the endpoint's URL
 * @param region the region of the signatures
 * @param signed whether requests were signed
 * @param timeoutMillis how long one answer was allowed to take
 * @param setup the rung of the setup ladder
 * @param seed made the names of the run
 * @param workers how many scenarios ran at one time
 * @param operations the operations that were judged
 * @param rules the ids of the rules that they were judged by
 */
public record Manifest(
        String kind,
        int format,
        String suite,
        String contract,
        String started,
        URI endpoint,
        String region,
        boolean signed,
        long timeoutMillis,
        String setup,
        long seed,
        int workers,
        List<String> operations,
        List<String> rules) {
    private static final String KIND = "appflow-conformance-recording";
    private static final int FORMAT = 1;
    private static final String FILE = "manifest.json";

    public Manifest {
        operations = List.copyOf(operations);
        rules = List.copyOf(rules);
    }

    /** The manifest of a recording as this suite makes it. */
    public Manifest(
            String suite,
            String contract,
            Instant started,
            Target target,
            boolean signed,
            String setup,
            long seed,
            int workers,
            List<String> operations,
            List<String> rules) {
        this(
                KIND,
                FORMAT,
                suite,
                contract,
                started.toString(),
                target.endpoint(),
                target.region(),
                signed,
                target.timeout().toMillis(),
                setup,
                seed,
                workers,
                operations,
                rules);
    }

    /** Where the recorded requests went. */
    public Target target() {
        return new Target(endpoint, region, Duration.ofMillis(timeoutMillis));
    }

    void write(Path folder) throws IOException {
        byte[] text = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        Files.write(folder.resolve(FILE), text);
    }

    static Manifest read(Path folder) throws RecordingException {
        Path file = folder.resolve(FILE);
        if (!Files.isDirectory(folder)) {
            throw new RecordingException(folder + " is no folder: give the one that 'run --record' wrote");
        }
        if (!Files.isRegularFile(file)) {
            throw new RecordingException(file + " is not there: " + folder + " holds no recording of 'run --record'");
        }
        JsonNode tree = tree(file);
        if (!tree.path("kind").asText().equals(KIND)) {
            throw new RecordingException(file + " is not the manifest of a recording: its kind is not " + KIND);
        }
        if (tree.path("format").asInt() != FORMAT) {
            throw new RecordingException(file + " has the format " + tree.path("format") + ", and this suite reads "
                    + FORMAT + " alone: judge with the suite that recorded it, " + tree.path("suite"));
        }
        try {
            return Json.MAPPER
                    .readerFor(Manifest.class)
                    .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .readValue(tree);
        } catch (IOException e) {
            throw new RecordingException(file + " is damaged: "
                    + (e instanceof JsonProcessingException json ? Json.reason(json) : e.getMessage()));
        }
    }

    private static JsonNode tree(Path file) throws RecordingException {
        try {
            return Json.MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new RecordingException(file + ":" + Json.line(e) + ": is not JSON: " + Json.reason(e));
        } catch (IOException e) {
            throw new RecordingException(file + " cannot be read: " + e.getMessage());
        }
    }
}
