package io.github.appflowkit.conformance.run;

import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.setup.ControlClient;
import io.github.appflowkit.conformance.setup.ControlSetup;
import io.github.appflowkit.conformance.setup.Ledger;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.target.Target;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Settings;
import io.github.appflowkit.conformance.verdict.Suite;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A run of the same rules against the reference server, in this process, to count what it takes. */
final class Rehearsal {
    /** It is created, started, read up to three times, and deleted. */
    private static final int CALLS_PER_RESOURCE = 6;

    /** What is made to learn what the endpoint makes at all. */
    private static final int TRIED_RESOURCES = 5;

    /** Whether it answers, and whether it is told from a path that is not served. */
    private static final int CALLS_PER_OPERATION = 8;

    /** Whether there is a state control API. */
    private static final int CONTROL_CALLS = 6;

    private final Contract contract;
    private final RunOptions.Selection selection;
    private final RunOptions.Pace pace;

    Rehearsal(Contract contract, RunOptions.Selection selection, RunOptions.Pace pace) {
        this.contract = contract;
        this.selection = selection;
        this.pace = pace;
    }

    /** How many requests the run would send, and how that was reckoned, in words. */
    String estimate() throws IOException {
        Ledger ledger = Ledger.inMemory();
        Optional<Signer> signer = Optional.of(new Signer(Signer.credentials(Map.of())));
        try (ReferenceServer server = ReferenceServer.start();
                Sender sender = new HttpSender(target(server.endpoint()), signer);
                Sender control = new HttpSender(target(URI.create(server.endpoint() + "/_control")), signer)) {
            RunResult result = new Suite(
                            contract,
                            selection.rules(),
                            selection.operations(),
                            sender,
                            new ControlSetup(new ControlClient(control), server.endpoint(), ledger),
                            new Settings("control", pace.seed(), pace.workers(), true, false, Catalogue.RULE_SET),
                            new Stop())
                    .run(scenario -> {});
            int calls = result.exchanges();
            int resources = ledger.noted() + TRIED_RESOURCES;
            int finding = CALLS_PER_OPERATION * selection.operations().size() + CONTROL_CALLS;
            return "This run goes to AWS: up to " + (calls + CALLS_PER_RESOURCE * resources + finding) + " requests, "
                    + calls + " to judge the operations, up to " + CALLS_PER_RESOURCE + " for each of " + resources
                    + " resources, and " + finding + " to find out what is served, as the same rules took just now"
                    + " against the reference server.";
        }
    }

    private static Target target(URI url) {
        return new Target(url, "us-east-1", Duration.ofSeconds(10));
    }
}
