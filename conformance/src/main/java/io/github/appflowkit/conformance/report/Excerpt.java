package io.github.appflowkit.conformance.report;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Abridges long texts, and keeps what a violation speaks of. */
final class Excerpt {
    /** What a fault is about is a name rather than a word: it has an inner capital, or it stands in quotes. */
    private static final Pattern NAME = Pattern.compile("\\w*[a-z][A-Z]\\w*|(?<=\")[^\"\\s]{3,}(?=\")");

    /** How leaks of internals begin. */
    private static final List<String> SIGNS = List.of("Exception", "\tat ", "Traceback", "<html", ": null");

    private Excerpt() {}

    /**
     * A text, or if it is longer than a limit its start and the part around what a violation speaks of.
     *
     * @param about what was expected and what came, in words
     */
    static String of(String text, int limit, String about) {
        if (text.length() <= limit) {
            return text;
        }
        int start = limit / 2;
        int fault = fault(text, start, about);
        if (fault < 0) {
            return text.substring(0, whole(text, limit)) + leftOut(text.length() - whole(text, limit));
        }
        int from = whole(text, Math.max(start, fault - limit / 4));
        int to = whole(text, Math.min(text.length(), from + limit / 2));
        int head = whole(text, start);
        return text.substring(0, head)
                + (from > head ? leftOut(from - head) : "")
                + text.substring(from, to)
                + (to < text.length() ? leftOut(text.length() - to) : "");
    }

    /** Where the text past its start first holds what a violation speaks of; negative if it does not, or in its start. */
    private static int fault(String text, int start, String about) {
        Stream<String> names = NAME.matcher(about).results().map(MatchResult::group);
        return Stream.concat(names, SIGNS.stream()).mapToInt(text::indexOf).filter(at -> at >= 0).findFirst().stream()
                .filter(at -> at >= start)
                .findFirst()
                .orElse(-1);
    }

    /** An index that parts no character. */
    private static int whole(String text, int index) {
        return index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }

    private static String leftOut(int length) {
        return " … [" + Lines.counted(length, "character") + " left out] … ";
    }
}
