package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.report.ViolationEntry.ExchangeEntry;
import io.github.appflowkit.conformance.report.ViolationEntry.Message;
import java.util.ArrayList;
import java.util.List;

/** All that is needed to mend an endpoint that breaks a rule, without a look at the suite, in 80 columns. */
public final class FailureBlock {
    private static final int BODY_LENGTH = 1200;
    private static final int MOST_OTHERS = 5;

    private FailureBlock() {}

    /** The block of a broken rule, without its headline; the first violation in full, the others in a line each. */
    public static List<String> lines(RuleEntry rule) {
        ViolationEntry violation = rule.violations().get(0);
        List<String> lines = new ArrayList<>();
        lines.addAll(Lines.wrap("  ", rule.sentence() + "."));
        lines.addAll(Lines.wrap("  source    ", rule.source()));
        lines.addAll(Lines.wrap("  scenario  ", violation.scenario()));
        lines.addAll(listed("  given     ", violation.given()));
        lines.addAll(listed("  before    ", violation.before()));
        lines.addAll(Lines.wrap("  expected  ", violation.expected()));
        lines.addAll(Lines.wrap("  but got   ", Lines.oneLine(violation.actual(), 400)));
        if (violation.exchange() != null) {
            lines.addAll(exchange(violation, violation.exchange()));
        }
        if (rule.likelyCause() != null) {
            lines.addAll(Lines.wrap("  likely cause: ", rule.likelyCause()));
        }
        lines.addAll(others(rule));
        return lines;
    }

    private static List<String> listed(String head, List<String> texts) {
        List<String> lines = new ArrayList<>();
        texts.forEach(text -> lines.addAll(Lines.wrap(lines.isEmpty() ? head : " ".repeat(head.length()), text)));
        return lines;
    }

    private static List<String> exchange(ViolationEntry violation, ExchangeEntry exchange) {
        String about = violation.actual() + "\n" + violation.expected();
        List<String> lines = new ArrayList<>();
        lines.addAll(message("    > ", exchange.request(), about));
        lines.addAll(message("    < ", exchange.answer(), about));
        lines.add(repeat(exchange));
        exchange.curl().lines().forEach(line -> lines.add("    " + line));
        return lines;
    }

    /** What stands before the curl line. */
    static String repeat(ExchangeEntry exchange) {
        return exchange.stateful()
                ? "  to repeat it, with resources of your own (the run's are removed):"
                : "  to repeat it:";
    }

    private static List<String> message(String head, Message message, String about) {
        List<String> lines = new ArrayList<>(Lines.wrap(head, message.line()));
        message.headers().forEach(header -> lines.addAll(Lines.wrap(head, header)));
        if (message.body() == null) {
            lines.add(head + "(no body)");
        } else {
            Excerpt.of(message.body(), BODY_LENGTH, about).lines().forEach(line -> lines.addAll(Lines.cut(head, line)));
        }
        return lines;
    }

    private static List<String> others(RuleEntry rule) {
        List<String> lines = new ArrayList<>();
        List<ViolationEntry> others =
                rule.violations().subList(1, rule.violations().size());
        others.stream()
                .limit(MOST_OTHERS)
                .forEach(other -> lines.addAll(Lines.wrap(
                        "  also: ",
                        other.scenario() + ": expected " + Lines.oneLine(other.expected(), 200) + ", but got "
                                + Lines.oneLine(other.actual(), 200))));
        if (others.size() > MOST_OTHERS) {
            lines.add("  … and " + Lines.counted(others.size() - MOST_OTHERS, "more scenario") + ", in report.html.");
        }
        return lines;
    }
}
