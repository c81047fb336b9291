package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.recording.Recorder;
import io.github.appflowkit.conformance.recording.RecordingException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether the exchanges of a run are kept, so that it can be judged again without its endpoint. */
final class RecordOptions {
    @Option(
            names = "--record",
            paramLabel = "DIR",
            description = "Keep every exchange in this folder, byte for byte and without secrets, for 'rejudge DIR'."
                    + " Default: they are not kept.")
    private Path recordDir;

    /** The folder, which holds nothing else. */
    Optional<Path> resolve() {
        try {
            if (recordDir != null) {
                Recorder.check(recordDir);
            }
            return Optional.ofNullable(recordDir);
        } catch (RecordingException e) {
            throw new UsageException("--record: " + e.getMessage());
        }
    }
}
