package io.github.appflowkit.conformance.verdict;

import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What an answer says apart from what may differ between any two answers: the path that it repeats, times, identifiers.
 *
 * @param kind its status, its error type and its media type
 * @param words its words, with a sign in place of those that are made for this one answer
 */
record Likeness(String kind, List<String> words) {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\"'<>{}\\[\\](),;:]+");
    private static final int LONGEST_WORD = 30;
    private static final String MADE = "#";

    Likeness {
        words = List.copyOf(words);
    }

    static Likeness of(Exchange exchange) {
        if (exchange.whole().isEmpty()) {
            return new Likeness("no answer", List.of());
        }
        Answer answer = exchange.answer();
        String path = exchange.request().target().substring(1).toLowerCase(Locale.ROOT);
        List<String> words = Arrays.stream(BETWEEN_WORDS.split(
                        answer.text().toLowerCase(Locale.ROOT).replace(path, "")))
                .map(word -> isMade(word) ? MADE : word)
                .toList();
        return new Likeness(answer.status() + " " + answer.errorType().orElse("") + " " + mediaType(answer), words);
    }

    /** Whether two answers are of the same kind, whatever their words. */
    boolean isOfTheKindOf(Likeness other) {
        return kind.equals(other.kind);
    }

    /** Whether this answer says what two others say where they agree with each other. */
    boolean saysWhatBothSay(Likeness first, Likeness second) {
        return isOfTheKindOf(first)
                && isOfTheKindOf(second)
                && words.size() == first.words.size()
                && words.size() == second.words.size()
                && IntStream.range(0, words.size())
                        .allMatch(i -> words.get(i).equals(first.words.get(i))
                                || !first.words.get(i).equals(second.words.get(i))
                                || first.words.get(i).equals(MADE));
    }

    /** Identifiers, hashes and times hold digits or are long; the few that are neither differ from answer to answer. */
    private static boolean isMade(String word) {
        return word.length() > LONGEST_WORD || word.chars().anyMatch(Character::isDigit);
    }

    private static String mediaType(Answer answer) {
        return answer.header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
