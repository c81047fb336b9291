package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.target.Sender;
import java.util.Optional;

/**
 * What scenarios may rely on: what the rung offers, and the credentials that there are.
 *
 * @param setup the rung
 * @param sender sends with the credentials
 */
public record Provision(Setup setup, Sender sender) {
    /** What serves the need of a second account. */
    static final String SECOND_ACCOUNT = "give --second-credentials PROFILE";

    /** Why a need cannot be served; empty if it can. */
    public Optional<String> lacks(Need need) {
        if (need != Need.SECOND_ACCOUNT) {
            return setup.lacks(need);
        }
        return sender.hasSecondAccount()
                ? Optional.empty()
                : Optional.of("needs " + need.description() + ": " + SECOND_ACCOUNT);
    }
}
