package io.github.appflowkit.openapi.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the generator made in an earlier build. The generator leaves it as it is while a document is the same, even when
 * it is configured otherwise, or when something is missing or was made for what the document no longer has.
 */
final class GeneratedSources {
    private final Path folder;
    private final List<Path> sources;

    /**
     * Creates it for the sources in a folder.
     *
     * @param sources what they are made from: the documents and the configuration
     */
    GeneratedSources(Path folder, List<Path> sources) {
        this.folder = folder;
        this.sources = List.copyOf(sources);
    }

    /** Deletes everything, for the generator to make it anew, unless it is what the sources give. */
    void deleteIfStale() throws IOException {
        if (Files.isDirectory(folder) && isStale()) {
            for (Path path : under(folder).sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** When a run ends, the generator writes the hash of its document; whatever is newer is not from there. */
    private boolean isStale() throws IOException {
        List<FileTime> runs = times(under(folder).filter(path -> path.toString().endsWith(".sha256")));
        Optional<FileTime> first = runs.stream().min(Comparator.naturalOrder());
        Optional<FileTime> last = runs.stream().max(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return true;
        }
        return Stream.concat(
                        times(sources.stream()).stream().filter(time -> time.compareTo(first.get()) > 0),
                        // A folder's time is that of the last file that was put into it or taken from it.
                        times(under(folder.resolve("src"))).stream().filter(time -> time.compareTo(last.get()) > 0))
                .findAny()
                .isPresent();
    }

    private static Stream<Path> under(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList().stream();
        }
    }

    private static List<FileTime> times(Stream<Path> paths) throws IOException {
        List<FileTime> times = new ArrayList<>();
        for (Path path : paths.toList()) {
            times.add(Files.getLastModifiedTime(path));
        }
        return times;
    }
}
