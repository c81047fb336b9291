package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.file.InvalidFileException;
import io.github.appflowkit.conformance.file.TextFile;
import io.github.appflowkit.conformance.setup.Ledger.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file of a ledger, one JSON line an entry, which is whole up to its last line whenever a run is killed. */
record LedgerFile(Path path) {
    /**
     * What a file holds.
     *
     * @param open the entries that are not struck
     * @param cut whether its last line was cut when a run was killed
     */
    record Content(List<Entry> open, boolean cut) {
        Content {
            open = List.copyOf(open);
        }
    }

    /**
     * Reads the file, and leaves out of it what is struck and a last line that was cut; a file that is not there is empty.
     *
     * @throws InvalidFileException if it is no ledger
     */
    Content tidied() {
        if (!Files.exists(path)) {
            return new Content(List.of(), false);
        }
        Content content = read();
        rewrite(content.open());
        return content;
    }

    private Content read() {
        Map<Ledger.Key, Entry> open = new LinkedHashMap<>();
        List<String> texts = TextFile.read(path).lines().toList();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (LedgerLine.isCut(text) && i == texts.size() - 1 && (i > 0 || LedgerLine.isBeginning(text))) {
                // A run was killed while it wrote this line, before it made anything.
                return new Content(List.copyOf(open.values()), true);
            }
            int number = i + 1;
            LedgerLine line = LedgerLine.parse(text)
                    .orElseThrow(() -> new InvalidFileException(path, "line " + number + " is no line of a ledger"));
            if (line.removed()) {
                open.remove(line.entry().key());
            } else {
                open.put(line.entry().key(), line.entry());
            }
        }
        return new Content(List.copyOf(open.values()), false);
    }

    /**
     * Adds a line.
     *
     * @throws Untestable if it cannot be written down, for nothing is made that is not
     */
    void append(LedgerLine line) {
        try {
            Files.write(
                    path,
                    (line.text() + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new Untestable(
                    "what a run makes is written down first, and " + path + " cannot be written to: " + e.getMessage());
        }
    }

    /** Keeps what is left and no more; a file of nothing is deleted. */
    void keep(Collection<Entry> left) throws IOException {
        if (left.isEmpty()) {
            Files.deleteIfExists(path);
        } else if (Files.exists(path)) {
            rewrite(left);
        }
    }

    private void rewrite(Collection<Entry> entries) {
        Path next = path.resolveSibling(path.getFileName() + ".next");
        try {
            Files.write(
                    next,
                    entries.stream()
                            .map(entry -> new LedgerLine(entry, false).text())
                            .toList());
            Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new InvalidFileException(path, "it cannot be written to: " + e.getMessage());
        }
    }
}
