package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.setup.Ladder.Rung;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.target.Target;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses a rung at an endpoint, with a ledger in memory. */
final class Rungs {
    static final Optional<Signer> SIGNER = Optional.of(new Signer(Signer.credentials(Map.of())));

    private static final String REGION = "us-east-1";

    private final Ledger ledger = Ledger.inMemory();
    private Duration timeout = Duration.ofSeconds(10);

    Ledger ledger() {
        return ledger;
    }

    /** Sets the time within which each answer has to come. */
    void timeout(Duration limit) {
        timeout = limit;
    }

    Ladder.Choice choose(URI url, Rung rung) {
        return choose(url, rung, RequestTemplates.load(Optional.empty()));
    }

    Ladder.Choice choose(URI url, Rung rung, RequestTemplates templates) {
        return choose(url, rung, templates, Optional.empty());
    }

    /** With the existing resources that a file names. */
    Ladder.Choice choose(URI url, Rung rung, Path names) {
        return choose(
                url, rung, RequestTemplates.load(Optional.empty()), Optional.of(ExistingResources.read(names, REGION)));
    }

    private Ladder.Choice choose(URI url, Rung rung, RequestTemplates templates, Optional<ExistingResources> names) {
        return new Ladder(
                        sender(url),
                        new ControlClient(sender(URI.create(url + "/_control"))),
                        SIGNER,
                        templates,
                        names,
                        Set.of("/stop-flow", "/delete-connector-profile"),
                        ledger)
                .choose(rung, "try-1");
    }

    private Sender sender(URI url) {
        return new HttpSender(new Target(url, REGION, timeout), SIGNER);
    }
}
