package io.github.appflowkit.conformance.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.setup.Access;
import io.github.appflowkit.conformance.setup.ControlSetup;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.target.Target;
import io.github.appflowkit.conformance.verdict.RuleResult;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Settings;
import io.github.appflowkit.conformance.verdict.Suite;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Runs that are recorded, or judged again by what was recorded. */
final class Recordings {
    static final Contract CONTRACT = Contract.load();
    static final Catalogue CATALOGUE = Catalogue.load();
    static final String TOKEN = "c2Vzc2lvbi10b2tlbi10aGF0LWlzLXNlY3JldA";
    private static final long SEED = 42;
    private static final Signer SECOND = new Signer(AwsCredentialsIdentity.create("210987654321", "hidden-secret"));

    private Recordings() {}

    static RunResult record(RightEndpoint started, List<Rule> rules, Path folder) throws IOException {
        var credentials = AwsSessionCredentialsIdentity.create("hidden-key", "hidden-secret", TOKEN);
        Optional<Signer> signer = Optional.of(new Signer(credentials));
        try (RightEndpoint endpoint = started;
                HttpSender sender = new HttpSender(target(endpoint.url()), signer, Optional.of(SECOND));
                HttpSender control = new HttpSender(target(URI.create(endpoint.url() + "/_control")), signer);
                Recorder recorder = Recorder.into(
                        folder,
                        manifest(sender.target(), true, "control", rules, 2),
                        Access.live(sender, new ControlSetup(control)),
                        signer.get().secrets())) {
            RunResult result = run(recorder, rules, 2);
            recorder.ended(result.endedEarly());
            assertThat(recorder.failure()).isEmpty();
            return result;
        }
    }

    static RunResult run(Access access, List<Rule> rules, int workers) {
        return new Suite(
                        CONTRACT,
                        rules,
                        List.copyOf(CONTRACT.operations().values()),
                        access,
                        new Settings(access.setup("run").rung(), SEED, workers, true, false, Catalogue.RULE_SET),
                        new Stop())
                .run(scenario -> {});
    }

    static List<Verdict> verdicts(RunResult result) {
        return result.rules().stream().map(RuleResult::verdict).toList();
    }

    static Target target(URI url) {
        return new Target(url, "us-east-1", Duration.ofSeconds(2));
    }

    /** What a recording tells of its run. */
    static Manifest manifest(Target target, boolean signed, String rung, List<Rule> rules, int workers) {
        return new Manifest(
                "1",
                CONTRACT.hash(),
                Instant.now(),
                target,
                signed,
                rung,
                SEED,
                workers,
                List.copyOf(CONTRACT.operations().keySet()),
                rules.stream().map(Rule::id).toList());
    }

    /** The file of a recording that holds its exchanges. */
    static Path exchanges(Path recording) {
        return recording.resolve("exchanges.jsonl");
    }

    static void edit(Path recording, UnaryOperator<String> change) throws IOException {
        Path exchanges = exchanges(recording);
        Files.writeString(exchanges, change.apply(Files.readString(exchanges)));
    }
}
