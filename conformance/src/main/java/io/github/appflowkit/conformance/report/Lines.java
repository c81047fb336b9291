package io.github.appflowkit.conformance.report;

import java.util.ArrayList;
import java.util.List;

/** Lays text out in lines of at most 80 columns. */
public final class Lines {
    /** The columns of a terminal. */
    public static final int WIDTH = 80;

    private Lines() {}

    /** The words of a text in lines, the first after a head and the others indented to its end. */
    public static List<String> wrap(String head, String text) {
        List<String> lines = new ArrayList<>();
        String indent = " ".repeat(head.length());
        StringBuilder line = new StringBuilder(head);
        boolean empty = true;
        for (String word : text.strip().split("\\s+")) {
            for (String piece : pieces(word, WIDTH - indent.length() - 1)) {
                if (!empty && line.length() + 1 + piece.length() > WIDTH) {
                    lines.add(line.toString());
                    line = new StringBuilder(indent);
                    empty = true;
                }
                line.append(empty ? "" : " ").append(piece);
                empty = false;
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** A path or a command to copy, as a line of its own however long it is: broken up it could not be copied. */
    public static String verbatim(String text) {
        return "  " + text;
    }

    /** A line with its spaces, cut into lines that each bear a head. */
    static List<String> cut(String head, String line) {
        return pieces(line.replace("\t", "    "), WIDTH - head.length()).stream()
                .map(piece -> head + piece)
                .toList();
    }

    private static List<String> pieces(String word, int length) {
        List<String> pieces = new ArrayList<>();
        for (int start = 0; start < word.length(); start += length) {
            pieces.add(word.substring(start, Math.min(word.length(), start + length)));
        }
        return pieces.isEmpty() ? List.of("") : pieces;
    }

    /**
     * A number and its noun, such as {@code 1 rule} and {@code 2 rules}.
     *
     * @param noun in the singular
     */
    public static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** A text on one line, with its control characters made visible, cut at a length. */
    public static String oneLine(String text, int length) {
        StringBuilder shown = new StringBuilder();
        text.chars()
                .limit(length + 1L)
                .forEach(c -> shown.append(c < 32 || c == 127 ? "\\u%04x".formatted(c) : Character.toString(c)));
        return shown.length() <= length ? shown.toString() : shown.substring(0, length - 1) + "…";
    }
}
