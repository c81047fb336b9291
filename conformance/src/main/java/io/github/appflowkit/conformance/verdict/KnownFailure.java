package io.github.appflowkit.conformance.verdict;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A rule that an endpoint is known to break, as a baseline states it: it still runs, is told apart, and does not fail
 * the run.
 *
 * @param rule the rule's id
 * @param reason why it is accepted for now
 * @param issue a link to where it is worked on; empty for none
 * @param until the last day on which it is accepted; empty for no end
 */
public record KnownFailure(String rule, String reason, Optional<String> issue, Optional<LocalDate> until) {
    /** Whether its last day is before this one. */
    public boolean isExpiredOn(LocalDate day) {
        return until.filter(day::isAfter).isPresent();
    }
}
