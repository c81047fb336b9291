package io.github.appflowkit.conformance.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was made at targets and is not yet removed, in a file of one JSON line an entry: a resource is noted before it is
 * made and struck when it is removed, so that a run that is killed leaves a list of what it left. The file holds no
 * secret, and is deleted when nothing is left.
 */
public final class Ledger implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BEGINNING = "{\"time\":\"";

    private final Path file;
    private final Map<Key, Entry> open = new LinkedHashMap<>();
    private final boolean cut;
    private int noted;

    private Ledger(Path file, Collection<Entry> entries, boolean cut) {
        this.file = file;
        this.cut = cut;
        entries.forEach(entry -> open.put(entry.key(), entry));
    }

    /** What kind of resource an entry is about. */
    enum Kind {
        CONNECTOR_PROFILE("connector-profile"),
        FLOW("flow");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        static Optional<Kind> of(String label) {
            return List.of(values()).stream()
                    .filter(kind -> kind.label.equals(label))
                    .findFirst();
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

    private record Key(URI endpoint, String region, Kind kind, String name) {}

    /** A ledger without a file, for runs that nobody kills. */
    public static Ledger inMemory() {
        return new Ledger(null, List.of(), false);
    }

    /**
     * Opens a ledger that need not exist yet; entries of an earlier run stay in it.
     *
     * @throws InvalidFileException if there is a file that is no ledger
     */
    public static Ledger open(Path file) {
        if (!Files.exists(file)) {
            return new Ledger(file, List.of(), false);
        }
        Ledger ledger = read(file);
        ledger.rewrite();
        return ledger;
    }

    /** Where the ledger is; null in memory. */
    public Path file() {
        return file;
    }

    /** What to say of a last line that was cut when a run was killed; empty if it is whole. */
    public Optional<String> cut() {
        return cut
                ? Optional.of("The last line of " + file
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
        append(line(entry));
        open.put(entry.key(), entry);
    }

    /** Strikes a resource that is not there any more. */
    synchronized void removed(Way way, String region, Kind kind, String name) {
        Entry entry = open.remove(new Key(way.endpoint, region, kind, name));
        if (entry != null) {
            append(line(entry).put("removed", true));
        }
    }

    /** Keeps what is left, and deletes the file if that is nothing. */
    @Override
    public synchronized void close() throws IOException {
        if (file == null) {
            return;
        }
        if (open.isEmpty()) {
            Files.deleteIfExists(file);
        } else if (Files.exists(file)) {
            rewrite();
        }
    }

    /** Leaves out what is struck, and a last line that was cut. */
    private void rewrite() {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.write(
                    next,
                    open.values().stream().map(entry -> line(entry).toString()).toList());
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new InvalidFileException(file, "it cannot be written to: " + e.getMessage());
        }
    }

    private void append(ObjectNode line) {
        if (file == null) {
            return;
        }
        try {
            Files.write(
                    file,
                    (line + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new Untestable(
                    "what a run makes is written down first, and " + file + " cannot be written to: " + e.getMessage());
        }
    }

    private static ObjectNode line(Entry entry) {
        ObjectNode line = JSON.createObjectNode()
                .put("time", entry.time.toString())
                .put("endpoint", entry.way.endpoint.toString())
                .put("region", entry.region)
                .put("kind", entry.kind.label)
                .put("name", entry.name)
                .put("rung", entry.way.rung);
        if (entry.way.control != null) {
            line.put("control", entry.way.control.toString());
        }
        if (entry.before != null) {
            line.set("before", entry.before);
        }
        if (!entry.certain) {
            line.put("certain", false);
        }
        return line;
    }

    private static Ledger read(Path file) {
        Map<Key, Entry> entries = new LinkedHashMap<>();
        List<String> lines = TextFile.read(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Optional<JsonNode> line = parse(lines.get(i));
            if (line.isEmpty() && i == lines.size() - 1 && (i > 0 || beginsAsEntry(lines.get(i)))) {
                // A run was killed while it wrote this line, before it made anything.
                return new Ledger(file, entries.values(), true);
            }
            int number = i + 1;
            Entry entry = line.flatMap(Ledger::entry)
                    .orElseThrow(() -> new InvalidFileException(file, "line " + number + " is no line of a ledger"));
            if (line.get().path("removed").asBoolean()) {
                entries.remove(entry.key());
            } else {
                entries.put(entry.key(), entry);
            }
        }
        return new Ledger(file, entries.values(), false);
    }

    /** Whether a line can be the beginning of an entry, so that a file of it alone is a ledger and not another file. */
    private static boolean beginsAsEntry(String line) {
        return line.startsWith(BEGINNING) || !line.isEmpty() && BEGINNING.startsWith(line);
    }

    private static Optional<JsonNode> parse(String line) {
        try {
            return Optional.of(JSON.readTree(line)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static boolean hasHost(URI url) {
        return url.getHost() != null;
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
                    .filter(kind -> hasHost(way.endpoint)
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
}
