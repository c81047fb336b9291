package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.rule.LikelyCause;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.steps.Violation;
import io.github.appflowkit.conformance.target.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What most likely led to a violation, as far as it follows from what was seen. */
final class Causes {
    /** What follows from an answer whatever the rule. */
    private static final List<LikelyCause> OF_ANY_RULE = List.of(
            new LikelyCause(List.of("501"), "the operation, or what the request asks of it, is not implemented."),
            new LikelyCause(List.of("5xx"), "the request makes the endpoint fail inside; its own log may tell where."),
            new LikelyCause(
                    List.of("401", "403"),
                    "the request is refused for its credentials or its region before it is looked at."),
            new LikelyCause(List.of("3xx"), "the endpoint redirects the request instead of answering it."),
            new LikelyCause(List.of("429"), "the endpoint throttles the run; --workers 1 sends less at one time."));

    private static final String NO_NAME = "the error's name is left out, or stands where no client looks; clients read"
            + " X-Amzn-Errortype, else __type or code in the body.";

    private Causes() {}

    /** The likely cause; empty where none follows from what was seen. */
    static Optional<String> of(Rule rule, Violation violation) {
        Optional<Exchange> shown = violation.exchange();
        String came = shown.map(Causes::came).orElse("");
        Stream<LikelyCause> conditional =
                rule.likelyCauses().stream().filter(cause -> cause.isConditional() && cause.followsFrom(came));
        Stream<LikelyCause> others =
                shown.isPresent() && shown.get().whole().isEmpty() ? Stream.empty() : others(rule, violation, came);
        return Stream.concat(conditional, others).map(LikelyCause::text).findFirst();
    }

    private static String came(Exchange exchange) {
        return exchange.whole()
                .map(answer -> answer.outcome())
                .orElseGet(() -> exchange.broken().reason());
    }

    /** What is not said for an answer of this kind alone: it must not be said where something else is plainly wrong. */
    private static Stream<LikelyCause> others(Rule rule, Violation violation, String came) {
        Stream<LikelyCause> whatever = rule.likelyCauses().stream().filter(cause -> !cause.isConditional());
        if (rule.everyAnswer() || came.isEmpty()) {
            return whatever;
        }
        boolean rightStatus = violation.expected().startsWith(came.substring(0, 3));
        if (rightStatus) {
            return came.endsWith("without an error type")
                    ? Stream.of(new LikelyCause(List.of(), NO_NAME))
                    : Stream.empty();
        }
        return Stream.concat(OF_ANY_RULE.stream().filter(cause -> cause.followsFrom(came)), whatever);
    }
}
