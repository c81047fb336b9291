package io.github.appflowkit.conformance.setup;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appflowkit.conformance.file.InvalidFileException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was made at targets and is not yet removed: a resource is noted before it is made and struck when it is removed, so
 * that a run that is killed leaves a list of what it left. Its file holds no secret, and is deleted when nothing is left.
 */
public final class Ledger implements AutoCloseable {
    /** Null in memory. */
    private final LedgerFile file;

    private final Map<Key, Entry> open = new LinkedHashMap<>();
    private final boolean cut;
    private int noted;

    private Ledger(LedgerFile file, LedgerFile.Content content) {
        this.file = file;
        cut = content.cut();
        content.open().forEach(entry -> open.put(entry.key(), entry));
    }

    /** What kind of resource an entry is about. */
    enum Kind {
        CONNECTOR_PROFILE("connector-profile"),
        FLOW("flow");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind as the file spells it. */
        String label() {
            return label;
        }

        static Optional<Kind> of(String label) {
            return Stream.of(values()).filter(kind -> kind.label.equals(label)).findFirst();
        }
    }

    /**
     * How resources are reached.
     *
     * @param endpoint the target
     * @param rung the rung of the setup ladder
     * @param control where the state control API is; null on other rungs
     */
    public record Way(URI endpoint, String rung, URI control) {}

    /**
     * A resource that may be at a target.
     *
     * @param before what there was of its name before, as the state control API describes it; null for nothing
     * @param certain whether what bears the name is the run's; until it is made, a sample's name may be somebody else's
     */
    record Entry(Way way, String region, Kind kind, String name, Instant time, JsonNode before, boolean certain) {
        Key key() {
            return new Key(way.endpoint, region, kind, name);
        }

        /** The resource in words. */
        String words() {
            return "the " + kind.label.replace('-', ' ') + " " + name + " in " + region;
        }
    }

    /** What tells two resources apart. */
    record Key(URI endpoint, String region, Kind kind, String name) {}

    /** A ledger without a file, for runs that nobody kills. */
    public static Ledger inMemory() {
        return new Ledger(null, new LedgerFile.Content(List.of(), false));
    }

    /**
     * Opens a ledger that need not exist yet; entries of an earlier run stay in it.
     *
     * @throws InvalidFileException if there is a file that is no ledger
     */
    public static Ledger open(Path path) {
        LedgerFile file = new LedgerFile(path);
        return new Ledger(file, file.tidied());
    }

    /** Where the ledger is; null in memory. */
    public Path file() {
        return file == null ? null : file.path();
    }

    /** What to say of a last line that was cut when a run was killed; empty if it is whole. */
    public Optional<String> cut() {
        return cut
                ? Optional.of("The last line of " + file()
                        + " was cut when a run was killed: it is left out, for nothing was made for it.")
                : Optional.empty();
    }

    /** How many resources were noted since the ledger was opened. */
    public synchronized int noted() {
        return noted;
    }

    /** How many entries are not struck. */
    public synchronized int leftovers() {
        return open.size();
    }

    /** The entries that are not struck, in the order in which they were noted. */
    synchronized List<Entry> left() {
        return List.copyOf(open.values());
    }

    synchronized Optional<Entry> find(Way way, String region, Kind kind, String name) {
        return Optional.ofNullable(open.get(new Key(way.endpoint, region, kind, name)));
    }

    /**
     * Notes a resource that is about to be made.
     *
     * @throws Untestable if it cannot be written down, for nothing is made that is not
     */
    synchronized void making(Way way, String region, Kind kind, String name, JsonNode before) {
        boolean certain = !SampleNames.contains(name) || way.control != null;
        note(new Entry(way, region, kind, name, Instant.now().truncatedTo(ChronoUnit.SECONDS), before, certain));
        noted++;
    }

    /** Notes that a resource was made, so that what bears its name is the run's. */
    synchronized void made(Way way, String region, Kind kind, String name) {
        find(way, region, kind, name)
                .filter(entry -> !entry.certain)
                .ifPresent(entry -> note(new Entry(way, region, kind, name, entry.time, entry.before, true)));
    }

    private void note(Entry entry) {
        write(new LedgerLine(entry, false));
        open.put(entry.key(), entry);
    }

    /** Strikes a resource that is not there any more. */
    synchronized void removed(Way way, String region, Kind kind, String name) {
        Entry entry = open.remove(new Key(way.endpoint, region, kind, name));
        if (entry != null) {
            write(new LedgerLine(entry, true));
        }
    }

    private void write(LedgerLine line) {
        if (file != null) {
            file.append(line);
        }
    }

    /** Keeps what is left, and deletes the file if that is nothing. */
    @Override
    public synchronized void close() throws IOException {
        if (file != null) {
            file.keep(open.values());
        }
    }
}
