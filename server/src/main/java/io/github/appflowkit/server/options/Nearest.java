package io.github.appflowkit.server.options;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What may have been meant by a word that is none of those that are known. */
public final class Nearest {
    private Nearest() {}

    /** A question to end a message with; empty if nothing known is near. */
    public static String question(String given, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(given, word) <= Math.max(1, given.length() / 3))
                .min(Comparator.comparingInt(word -> distance(given, word)))
                .map(word -> "; did you mean " + word + "?")
                .orElse("");
    }

    /** How many characters are to be put in, left out, replaced, or swapped with their neighbour. */
    private static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : fewest(steps, a, b, i, j);
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int fewest(int[][] steps, String a, String b, int i, int j) {
        int replaced = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)
                ? steps[i - 2][j - 2] + 1
                : Integer.MAX_VALUE;
        return IntStream.of(replaced, swapped, steps[i - 1][j] + 1, steps[i][j - 1] + 1)
                .min()
                .orElseThrow();
    }
}
