package io.github.appflowkit.conformance.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rules that were not judged for one reason, told once.
 *
 * @param reason the verdict and the reason, in words
 * @param rules the ids of the rules
 * @param inShort the same rules in few words: by prefix where all of it is there
 */
record NotJudged(String reason, List<String> rules, String inShort) {
    private static final int MOST_IDS = 4;

    /** What differs from one run to the next: the random ends of names, and identifiers. */
    private static final Pattern RANDOM = Pattern.compile(
            "(?<=-)(?=[a-z]*[0-9])[0-9a-z]{12}(?![0-9a-z])|(?i)\\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\\b");

    /** The rules of a report that were not judged, by reason; reasons that differ only by random names are one. */
    static List<NotJudged> of(Report report) {
        Map<String, List<String>> rulesByReason = new LinkedHashMap<>();
        report.notJudged()
                .forEach(rule -> rulesByReason
                        .computeIfAbsent(reason(rule), reason -> new ArrayList<>())
                        .add(rule.id()));
        List<String> all = report.rules().stream().map(RuleEntry::id).toList();
        return rulesByReason.entrySet().stream()
                .map(entry -> new NotJudged(entry.getKey(), entry.getValue(), inShort(entry.getValue(), all)))
                .toList();
    }

    private static String reason(RuleEntry rule) {
        String reason =
                rule.reason() == null ? "" : RANDOM.matcher(rule.reason()).replaceAll("…");
        return Report.words(rule.verdict()) + (reason.isEmpty() ? "" : ": " + reason);
    }

    private static String inShort(List<String> rules, List<String> all) {
        Map<String, List<String>> byPrefix = new LinkedHashMap<>();
        rules.forEach(id -> byPrefix.computeIfAbsent(prefix(id), prefix -> new ArrayList<>())
                .add(id));
        List<String> parts = new ArrayList<>();
        byPrefix.forEach((prefix, ids) -> {
            long whole = all.stream().filter(id -> prefix(id).equals(prefix)).count();
            if (ids.size() == whole && whole > 1) {
                parts.add(prefix + ".* (" + whole + " rules)");
            } else {
                int most = ids.size() == MOST_IDS + 1 ? ids.size() : Math.min(MOST_IDS, ids.size());
                parts.addAll(ids.subList(0, most));
                if (ids.size() > most) {
                    parts.add("and " + (ids.size() - most) + " more of " + prefix + ".*");
                }
            }
        });
        return String.join(", ", parts);
    }

    private static String prefix(String id) {
        return id.substring(0, Math.max(0, id.indexOf('.')));
    }
}
