package io.github.appflowkit.conformance.report;

import java.util.Comparator;
import java.util.List;

/**
 * The order in which to mend what is broken: first what breaks other rules too, then what is must, then what holds for
 * every request before what one operation does with it.
 */
final class MendingOrder {
    /**
     * An answer that is lost, or an error without a name, breaks the rules that it was asked for too, and requests that
     * disturb each other may break any.
     */
    private static final List<String> BREAK_OTHERS =
            List.of("wire.whole-answer", "wire.error-type", "delete-profile.two-at-once", "stop-flow.two-at-once");

    private static final Comparator<RuleEntry> ORDER = Comparator.comparing(
                    (RuleEntry rule) -> !BREAK_OTHERS.contains(rule.id()))
            .thenComparing(rule -> BREAK_OTHERS.indexOf(rule.id()))
            .thenComparing(RuleEntry::level)
            .thenComparing(rule -> !rule.feature().equals("Wire"));

    private MendingOrder() {}

    /** The rules that fail a run, the one to mend first in front. */
    static List<RuleEntry> of(Report report) {
        return report.failing().stream().sorted(ORDER).toList();
    }
}
