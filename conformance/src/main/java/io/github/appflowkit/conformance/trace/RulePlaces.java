package io.github.appflowkit.conformance.trace;

import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Where the tags of rules stand in the features, as editors and compilers write it. */
final class RulePlaces {
    private static final String FOLDER = "conformance/src/main/resources/";

    private RulePlaces() {}

    /** Where the rules of an operation, or of the wire, stand or are to be written. */
    static String feature(String name) {
        String file = resource(name);
        return FOLDER + file + (Catalogue.FEATURES.contains(file) ? "" : " (a new one: add it to Catalogue.FEATURES)");
    }

    /** Where a rule is told by its id. */
    static String of(Rule rule) {
        return place(rule, "@rule:" + rule.id());
    }

    /** Where a rule says that it covers an element. */
    static String of(Rule rule, String element) {
        return place(rule, "@covers:" + element);
    }

    private static String place(Rule rule, String tag) {
        List<String> lines = lines(resource(rule.feature()));
        int start = find(lines, 0, "@rule:" + rule.id());
        return FOLDER + resource(rule.feature()) + ":" + (find(lines, start, tag) + 1);
    }

    private static int find(List<String> lines, int from, String tag) {
        return IntStream.range(from, lines.size())
                .filter(line ->
                        Arrays.asList(lines.get(line).strip().split("\\s+")).contains(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no feature bears the tag " + tag));
    }

    private static List<String> lines(String resource) {
        try (InputStream in = RulePlaces.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String feature) {
        return "features/" + feature.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".feature";
    }
}
