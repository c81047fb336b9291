package io.github.appflowkit.server.store.jdbc;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at a database file before H2 does, which would take the cut off file for a younger or a new database and go on
 * without what was lost. The first line of the file names the block where its last, or nearly last, part begins, and that
 * part's first line says how many blocks it has.
 *
 * @see <a href="https://h2database.com/html/mvstore.html#fileFormat">The format of the file</a>
 */
final class H2File {
    private static final int BLOCK = 4096;
    private static final Pattern HEADER = Pattern.compile("H:[0-9a-f]+,(?:.*,)?block:([0-9a-f]+),.*");
    private static final Pattern PART = Pattern.compile("chunk:.*,len:([0-9a-f]+),.*");

    private H2File() {}

    /** What is wrong with the file, if there is one. */
    static Optional<String> damage(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            long length = content.length();
            if (length == 0) {
                return Optional.of("%s is empty; remove it to begin with a new database".formatted(file));
            }
            Matcher header = HEADER.matcher(line(content, 0));
            if (!header.matches()) {
                return Optional.of("%s is not a database of H2, or its beginning is damaged".formatted(file));
            }
            long last = Long.parseLong(header.group(1), 16);
            Matcher part = PART.matcher(line(content, last * BLOCK));
            long blocks = last + (part.matches() ? Long.parseLong(part.group(1), 16) : 1);
            return length < blocks * BLOCK
                    ? Optional.of("%s is cut off: it has %d bytes, and had %d or more; put a copy of it back"
                            .formatted(file, length, blocks * BLOCK))
                    : Optional.empty();
        }
    }

    private static String line(RandomAccessFile content, long position) throws IOException {
        byte[] start = new byte[BLOCK];
        content.seek(position);
        int read = Math.max(content.read(start), 0);
        return new String(start, 0, read, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
    }
}
