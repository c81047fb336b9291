package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.setup.Ledger.Entry;
import io.github.appflowkit.conformance.setup.Ledger.Kind;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.target.Target;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Removes what a ledger holds, in the way in which it was made: flows before the profiles that they use.
 *
 * @param signer holds the credentials of every request; empty to send them unsigned
 * @param token what requests to a state control API bear in place of a signature; empty for none
 * @param timeout how long one answer may take
 */
public record Cleanup(Optional<Signer> signer, Optional<ControlToken> token, Duration timeout) {
    /** What came of a clean-up. */
    public enum Outcome {
        ALL_REMOVED,
        SOMETHING_LEFT,
        NOT_REACHED
    }

    /** Where the entries of a ledger are. */
    public static List<URI> hosts(Ledger ledger) {
        return ledger.left().stream()
                .map(entry -> entry.way().control() == null
                        ? entry.way().endpoint()
                        : entry.way().control())
                .distinct()
                .toList();
    }

    /**
     * Removes everything that can be removed, and strikes it.
     *
     * @param told is told of every resource, a line each
     */
    public Outcome remove(Ledger ledger, Consumer<String> told) {
        List<Entry> entries = new ArrayList<>(ledger.left());
        Collections.reverse(entries);
        entries.sort(Comparator.comparing(entry -> entry.kind() != Kind.FLOW));
        boolean left = false;
        List<URI> dead = hosts(ledger).stream().filter(host -> !answers(host)).toList();
        dead.forEach(host -> told.accept(host + " does not answer: what is there stays in the ledger"));
        for (Entry entry : entries) {
            URI host = entry.way().control() == null
                    ? entry.way().endpoint()
                    : entry.way().control();
            if (dead.contains(host)) {
                continue;
            }
            try {
                remove(entry, ledger);
                told.accept((entry.before() == null ? "removed " : "put back ") + entry.words());
            } catch (Untestable refused) {
                left = true;
                told.accept("left " + entry.words() + ": " + refused.getMessage());
            }
        }
        if (left) {
            return Outcome.SOMETHING_LEFT;
        }
        return dead.isEmpty() ? Outcome.ALL_REMOVED : Outcome.NOT_REACHED;
    }

    private boolean answers(URI host) {
        try (Sender sender = sender(host, "us-east-1")) {
            return sender.sendRaw(new io.github.appflowkit.conformance.target.Request(
                            "GET", "/", List.of(), null, "us-east-1"))
                    .whole()
                    .isPresent();
        }
    }

    private void remove(Entry entry, Ledger ledger) {
        if (entry.way().control() == null) {
            Target target = new Target(entry.way().endpoint(), entry.region(), timeout);
            try (ApiSetup setup = new ApiSetup(target, signer, RequestTemplates.load(Optional.empty()), ledger)) {
                setup.removeNoted(entry.kind(), entry.name(), entry.region());
            }
            return;
        }
        try (Sender sender = sender(entry.way().control(), entry.region())) {
            ControlSetup setup = new ControlSetup(
                    ControlClient.bearing(token, sender, signer), entry.way().endpoint(), ledger);
            if (entry.before() != null) {
                setup.restore(entry);
            } else if (entry.kind() == Kind.FLOW) {
                setup.remove(Flow.active(entry.name(), entry.region(), Flow.Trigger.Scheduled));
            } else {
                setup.remove(new Profile(entry.name(), entry.region()));
            }
        }
    }

    private Sender sender(URI url, String region) {
        return new HttpSender(new Target(url, region, timeout), signer);
    }
}
