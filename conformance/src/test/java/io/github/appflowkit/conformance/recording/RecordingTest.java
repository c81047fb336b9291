package io.github.appflowkit.conformance.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.proof.Fault;
import io.github.appflowkit.conformance.proof.NamedFault;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.setup.Access;
import io.github.appflowkit.conformance.setup.ControlClient;
import io.github.appflowkit.conformance.setup.ControlSetup;
import io.github.appflowkit.conformance.setup.ExistingResources;
import io.github.appflowkit.conformance.setup.Flow;
import io.github.appflowkit.conformance.setup.Ladder;
import io.github.appflowkit.conformance.setup.Ledger;
import io.github.appflowkit.conformance.setup.RequestTemplates;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.ScenarioResult;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A recorded run is judged again without its endpoint, and the verdicts are the same. */
class RecordingTest {
    @TempDir
    private static Path shared;

    private static RunResult recorded;

    @TempDir
    private Path folder;

    static Stream<String> faults() {
        return Stream.of(
                "the body of a conflict is cut",
                "the connection is reset on a flow that runs on demand",
                "an internal error is never answered",
                "bytes follow the refusal of a media type",
                "the connection ends on deep JSON");
    }

    @BeforeAll
    static void record_a_right_endpoint() throws IOException {
        recorded = Recordings.record(new RightEndpoint(), Recordings.CATALOGUE.rules(), shared);
    }

    @BeforeEach
    void copy_the_recording() throws IOException {
        for (String file : List.of("manifest.json", "exchanges.jsonl")) {
            Files.copy(shared.resolve(file), folder.resolve(file));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void a_right_endpoint_is_judged_again_as_it_was_with_any_number_of_workers(int workers) throws IOException {
        RunResult again = rejudge(Recordings.CATALOGUE.rules(), workers);

        assertThat(Recordings.verdicts(recorded)).containsOnly(Verdict.PASSED, Verdict.OBSERVED);
        assertThat(Recordings.verdicts(again)).isEqualTo(Recordings.verdicts(recorded));
        assertThat(again.exchanges()).isEqualTo(recorded.exchanges());
        assertThat(again.leftBehind()).isEmpty();
        assertThat(again.settings().setup()).isEqualTo("control");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_faulty_endpoint_is_judged_again_as_it_was_by_the_same_exchanges(String name) throws IOException {
        Fault fault = NamedFault.of(name);
        List<Rule> rules = Recordings.CATALOGUE.rules().stream()
                .filter(rule -> fault.rules().contains(rule.id()))
                .toList();
        RunResult faulty = Recordings.record(fault.endpoint().get(), rules, folder);
        RunResult again = rejudge(rules, 2);

        assertThat(Recordings.verdicts(faulty)).contains(Verdict.FAILED);
        assertThat(Recordings.verdicts(again)).isEqualTo(Recordings.verdicts(faulty));
        assertThat(shown(again)).isNotEmpty().isEqualTo(shown(faulty));
    }

    @Test
    void an_answer_that_was_edited_changes_the_verdict() throws IOException {
        Recordings.edit(
                folder,
                text -> text.replace("\\\"flowStatus\\\":\\\"Suspended\\\"", "\\\"flowStatus\\\":\\\"Draft\\\""));

        assertThat(rejudge(Recordings.CATALOGUE.matching("stop-flow.*"), 2).with(Verdict.FAILED))
                .extracting(rule -> rule.rule().id())
                .containsExactly("stop-flow.status-suspended", "stop-flow.status-told");
    }

    @Test
    void a_recording_is_small_and_holds_no_secret() throws IOException {
        String text =
                Files.readString(Recordings.exchanges(folder)) + Files.readString(folder.resolve("manifest.json"));

        assertThat(text).contains("[\"Authorization\",\"***\"]", "[\"X-Amz-Security-Token\",\"***\"]");
        assertThat(text)
                .doesNotContain(Recordings.TOKEN, "AWS4-HMAC-SHA256", "Signature=", "hidden-key", "hidden-secret");
        assertThat(Files.size(Recordings.exchanges(folder))).isLessThan(2_000_000);
    }

    @Test
    void a_run_that_was_killed_is_judged_by_what_it_left() throws IOException {
        Recordings.edit(folder, text -> text.substring(0, text.indexOf('\n', text.length() / 2) + 1));

        RunResult again = rejudge(Recordings.CATALOGUE.rules(), 2);
        assertThat(Recordings.verdicts(again))
                .contains(Verdict.PASSED, Verdict.UNTESTABLE)
                .doesNotContain(Verdict.ERROR, Verdict.FAILED, Verdict.WARNED);
        assertThat(again.endedEarly()).contains("the recording ends before its run did");
        assertThat(again.with(Verdict.UNTESTABLE))
                .allSatisfy(rule -> assertThat(rule.reason()).contains("the recording ends before its run did"));
    }

    @Test
    void a_rule_about_every_answer_is_not_passed_again_when_the_recorded_run_ended_early() throws IOException {
        Recordings.edit(folder, text -> text.replace("{\"end\":{}}", "{\"end\":{\"early\":\"the endpoint is gone\"}}"));

        RunResult again = rejudge(Recordings.CATALOGUE.matching("wire.request-id"), 1);

        assertThat(again.endedEarly()).contains("the endpoint is gone");
        assertThat(again.rules())
                .extracting(rule -> rule.verdict() + " " + rule.reason())
                .containsExactly("UNTESTABLE the endpoint is gone");
    }

    @Test
    void what_was_not_recorded_is_untestable_and_no_error() throws IOException {
        Recordings.edit(
                folder,
                text -> text.lines()
                        .filter(line -> !line.contains("\"stop-flow.status-suspended:"))
                        .collect(Collectors.joining("\n", "", "\n")));

        assertThat(rejudge(Recordings.CATALOGUE.matching("stop-flow.*"), 1).with(Verdict.UNTESTABLE))
                .extracting(rule -> rule.rule().id() + " | " + rule.reason())
                .containsExactly("stop-flow.status-suspended | the recording holds no exchange of this scenario");
    }

    @Test
    void existing_resources_that_stood_in_stand_in_again(@TempDir Path other) throws IOException {
        Path names = Files.writeString(
                other.resolve("names.yaml"), "flows: [{name: theirs, trigger: Scheduled, expendable: true}]");
        List<Rule> rules =
                List.of(Recordings.CATALOGUE.rule("stop-flow.scheduled-stopped").orElseThrow());
        Optional<Signer> signer = Optional.empty();
        try (RightEndpoint endpoint = new RightEndpoint();
                HttpSender sender = new HttpSender(Recordings.target(endpoint.url()), signer);
                HttpSender control =
                        new HttpSender(Recordings.target(URI.create(endpoint.url() + "/_control")), signer)) {
            new ControlSetup(control).put(Flow.active("theirs", "us-east-1", Flow.Trigger.Scheduled));
            Access live = new Ladder(
                            sender,
                            new ControlClient(control),
                            signer,
                            RequestTemplates.load(Optional.empty()),
                            Optional.of(ExistingResources.read(names, "us-east-1")),
                            Set.of("/stop-flow"),
                            Ledger.inMemory())
                    .choose(Ladder.Rung.NAMES, "unused")
                    .access();
            Manifest manifest = Recordings.manifest(sender.target(), false, "names", rules, 1);
            try (Recorder recorder = Recorder.into(other.resolve("recording"), manifest, live, List.of())) {
                assertThat(Recordings.verdicts(Recordings.run(recorder, rules, 1)))
                        .containsExactly(Verdict.PASSED);
            }
        }

        assertThat(Recordings.verdicts(Recordings.run(Replay.of(other.resolve("recording")), rules, 1)))
                .containsExactly(Verdict.PASSED);
    }

    private RunResult rejudge(List<Rule> rules, int workers) throws IOException {
        return Recordings.run(Replay.of(folder), rules, workers);
    }

    /** What is shown of the rules that single scenarios break: each violation, with the scenario's exchanges. */
    private static List<List<String>> shown(RunResult result) {
        return result.rules().stream()
                .filter(rule -> !rule.rule().everyAnswer())
                .flatMap(rule -> rule.violations().stream())
                .map(RecordingTest::shown)
                .toList();
    }

    private static List<String> shown(ScenarioResult scenario) {
        Stream<String> exchanges = scenario.exchanges().stream()
                .map(exchange -> ExchangeJson.of(exchange.request()) + " -> " + ExchangeJson.outcome(exchange));
        return Stream.concat(
                        Stream.of(
                                scenario.title(),
                                scenario.violation().orElseThrow().getMessage()),
                        exchanges)
                .toList();
    }
}
