package io.github.appflowkit.conformance.verdict;

import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.steps.Violation;
import io.github.appflowkit.conformance.target.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of one scenario.
 *
 * @param ruleId the rule whose example it is
 * @param title its title, with the values of its example
 * @param line where it stands in its feature
 * @param failure what ended it; null if all its steps passed
 * @param given the state that it was to find at the endpoint, a line each, such as {@code the flow nightly-1x runs on a
 *     schedule}
 * @param exchanges what went over the wire
 * @param observations what was seen where nothing is judged
 * @param duration how long it took
 */
public record ScenarioResult(
        String ruleId,
        String title,
        int line,
        Throwable failure,
        List<String> given,
        List<Exchange> exchanges,
        List<String> observations,
        Duration duration) {
    public ScenarioResult {
        given = List.copyOf(given);
        exchanges = List.copyOf(exchanges);
        observations = List.copyOf(observations);
    }

    /** How the rule is broken, if it is. */
    public Optional<Violation> violation() {
        return failure instanceof Violation violation ? Optional.of(violation) : Optional.empty();
    }

    /** What was exchanged before the exchange that shows how the rule is broken: how the endpoint came to it. */
    public List<Exchange> before() {
        Exchange shown = violation().flatMap(Violation::exchange).orElse(null);
        List<Exchange> before =
                exchanges.stream().takeWhile(exchange -> exchange != shown).toList();
        return before.size() < exchanges.size() ? before : List.of();
    }

    /** Which prerequisite is missing, if one is. */
    public Optional<String> untestable() {
        return failure instanceof Untestable untestable ? Optional.of(untestable.getMessage()) : Optional.empty();
    }

    /** How the suite itself failed, if it did. */
    public Optional<Throwable> error() {
        return violation().isPresent() || untestable().isPresent() ? Optional.empty() : Optional.ofNullable(failure);
    }
}
