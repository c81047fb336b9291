package io.github.appflowkit.conformance.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.conformance.proof.Fault;
import io.github.appflowkit.conformance.proof.Faults;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.setup.Access;
import io.github.appflowkit.conformance.setup.ControlClient;
import io.github.appflowkit.conformance.setup.ControlSetup;
import io.github.appflowkit.conformance.setup.ExistingResources;
import io.github.appflowkit.conformance.setup.Flow;
import io.github.appflowkit.conformance.setup.Ladder;
import io.github.appflowkit.conformance.setup.Ledger;
import io.github.appflowkit.conformance.setup.NoSetup;
import io.github.appflowkit.conformance.setup.RequestTemplates;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.CannedEndpoint;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.target.Target;
import io.github.appflowkit.conformance.verdict.RuleResult;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.ScenarioResult;
import io.github.appflowkit.conformance.verdict.Settings;
import io.github.appflowkit.conformance.verdict.Suite;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** A recorded run is judged again without its endpoint, and the verdicts are the same. */
class RecordingTest {
    private static final Contract CONTRACT = Contract.load();
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final long SEED = 42;
    private static final Signer SECOND = new Signer(AwsCredentialsIdentity.create("210987654321", "hidden-secret"));
    private static final String TOKEN = "c2Vzc2lvbi10b2tlbi10aGF0LWlzLXNlY3JldA";

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
        recorded = record(new RightEndpoint(), CATALOGUE.rules(), shared);
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
        RunResult again = rejudge(CATALOGUE.rules(), workers);

        assertThat(verdicts(recorded)).containsOnly(Verdict.PASSED, Verdict.OBSERVED);
        assertThat(verdicts(again)).isEqualTo(verdicts(recorded));
        assertThat(again.exchanges()).isEqualTo(recorded.exchanges());
        assertThat(again.leftBehind()).isEmpty();
        assertThat(again.settings().setup()).isEqualTo("control");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_faulty_endpoint_is_judged_again_as_it_was_by_the_same_exchanges(String name) throws IOException {
        Fault fault = Faults.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<Rule> rules = CATALOGUE.rules().stream()
                .filter(rule -> fault.rules().contains(rule.id()))
                .toList();
        RunResult faulty = record(fault.endpoint().get(), rules, folder);
        RunResult again = rejudge(rules, 2);

        assertThat(verdicts(faulty)).contains(Verdict.FAILED);
        assertThat(verdicts(again)).isEqualTo(verdicts(faulty));
        assertThat(shown(again)).isNotEmpty().isEqualTo(shown(faulty));
    }

    @Test
    void an_answer_that_was_edited_changes_the_verdict() throws IOException {
        edit(text -> text.replace("\\\"flowStatus\\\":\\\"Suspended\\\"", "\\\"flowStatus\\\":\\\"Draft\\\""));

        assertThat(rejudge(CATALOGUE.matching("stop-flow.*"), 2).with(Verdict.FAILED))
                .extracting(rule -> rule.rule().id())
                .containsExactly("stop-flow.status-suspended");
    }

    @Test
    void a_recording_is_small_and_holds_no_secret() throws IOException {
        String text = Files.readString(exchanges()) + Files.readString(folder.resolve("manifest.json"));

        assertThat(text).contains("[\"Authorization\",\"***\"]", "[\"X-Amz-Security-Token\",\"***\"]");
        assertThat(text).doesNotContain(TOKEN, "AWS4-HMAC-SHA256", "Signature=", "hidden-key", "hidden-secret");
        assertThat(Files.size(exchanges())).isLessThan(2_000_000);
    }

    @Test
    void a_secret_that_an_endpoint_repeats_is_not_kept(@TempDir Path other) throws IOException {
        Request request = new Request("POST", "/stop-flow", List.of(), null, "us-east-1").withBody("echoed-secret");
        try (CannedEndpoint endpoint =
                        CannedEndpoint.answering("HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\nechoed-secret");
                HttpSender sender = new HttpSender(target(endpoint.url()), Optional.empty());
                Recorder recorder = Recorder.into(
                        other.resolve("recording"),
                        new Manifest(
                                "1",
                                CONTRACT.hash(),
                                Instant.now(),
                                sender.target(),
                                false,
                                "none",
                                SEED,
                                1,
                                List.copyOf(CONTRACT.operations().keySet()),
                                List.of("stop-flow.again")),
                        Access.live(sender, new NoSetup()),
                        List.of("echoed-secret"))) {
            assertThat(recorder.sender("one").sendRaw(request).whole()).isPresent();
        }

        assertThat(other.resolve("recording").resolve("exchanges.jsonl"))
                .content()
                .doesNotContain("echoed-secret");
    }

    @Test
    void a_run_that_was_killed_is_judged_by_what_it_left() throws IOException {
        edit(text -> text.substring(0, text.indexOf('\n', text.length() / 2) + 1));

        RunResult again = rejudge(CATALOGUE.rules(), 2);
        assertThat(verdicts(again))
                .contains(Verdict.PASSED, Verdict.UNTESTABLE)
                .doesNotContain(Verdict.ERROR, Verdict.FAILED, Verdict.WARNED);
        assertThat(again.endedEarly()).contains("the recording ends before its run did");
        assertThat(again.with(Verdict.UNTESTABLE))
                .allSatisfy(rule -> assertThat(rule.reason()).contains("the recording ends before its run did"));
    }

    @Test
    void a_rule_about_every_answer_is_not_passed_again_when_the_recorded_run_ended_early() throws IOException {
        edit(text -> text.replace("{\"end\":{}}", "{\"end\":{\"early\":\"the endpoint is gone\"}}"));

        RunResult again = rejudge(CATALOGUE.matching("wire.request-id"), 1);

        assertThat(again.endedEarly()).contains("the endpoint is gone");
        assertThat(again.rules())
                .extracting(rule -> rule.verdict() + " " + rule.reason())
                .containsExactly("UNTESTABLE the endpoint is gone");
    }

    @Test
    void what_was_not_recorded_is_untestable_and_no_error() throws IOException {
        edit(text -> text.lines()
                .filter(line -> !line.contains("\"stop-flow.status-suspended:"))
                .collect(Collectors.joining("\n", "", "\n")));

        assertThat(rejudge(CATALOGUE.matching("stop-flow.*"), 1).with(Verdict.UNTESTABLE))
                .extracting(rule -> rule.rule().id() + " | " + rule.reason())
                .containsExactly("stop-flow.status-suspended | the recording holds no exchange of this scenario");
    }

    @Test
    void an_exchange_is_read_back_byte_for_byte() {
        byte[] binary = {0, (byte) 0xff, 10, (byte) 0xc3, 0x28};
        var request = new Request("POST", "/stop-flow?x=1&y", List.of(), null, "us-east-1")
                .withHeader("X-Odd", "a\tb")
                .withBody(binary);
        var answer = new Answer("HTTP/1.0", 599, List.of(new Header("b", "1"), new Header("B", "")), binary);
        Exchange exchange = new Exchange(request, request.headers(), answer, null, 17);

        Exchange again = ExchangeJson.exchange(request, ExchangeJson.outcome(exchange));

        assertThat(again).usingRecursiveComparison().isEqualTo(exchange);
        assertThat(ExchangeJson.of(request).path("bodyBase64").asText()).isEqualTo("AP8Kwyg=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"scenario\":\"a\"}", "{\"end\":{}}", "{\"flows\":1}", "\u00fe", ""})
    void a_line_that_belongs_to_no_recording_is_told_with_its_place(String line) throws IOException {
        long lines = Files.lines(exchanges()).count();
        edit(text -> text + line + "\n");

        assertThatThrownBy(() -> Replay.of(folder))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith(exchanges() + ":" + (lines + 1) + ": ");
    }

    @Test
    void a_line_that_was_cut_is_told_with_its_place() throws IOException {
        edit(text -> text.lines().findFirst().orElseThrow().substring(0, 40));

        assertThatThrownBy(() -> Replay.of(folder))
                .hasMessageStartingWith(exchanges() + ":1: is no line of a recording, or a part of one: ");
    }

    @Test
    void another_folder_is_no_recording_and_is_not_written_over() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "{\"kind\": \"web-app\"}");

        assertThatThrownBy(() -> Replay.of(folder))
                .hasMessage(folder.resolve("manifest.json")
                        + " is not the manifest of a recording: its kind is not appflow-conformance-recording");
        assertThatThrownBy(() -> Recorder.check(folder))
                .hasMessage(folder + " holds something else than a recording: give a new or an empty folder");
    }

    @Test
    void existing_resources_that_stood_in_stand_in_again(@TempDir Path other) throws IOException {
        Path names = Files.writeString(
                other.resolve("names.yaml"), "flows: [{name: theirs, trigger: Scheduled, expendable: true}]");
        List<Rule> rules = List.of(CATALOGUE.rule("stop-flow.scheduled-stopped").orElseThrow());
        Optional<Signer> signer = Optional.empty();
        try (RightEndpoint endpoint = new RightEndpoint();
                HttpSender sender = new HttpSender(target(endpoint.url()), signer);
                HttpSender control = new HttpSender(target(URI.create(endpoint.url() + "/_control")), signer)) {
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
            Manifest manifest = new Manifest(
                    "1",
                    CONTRACT.hash(),
                    Instant.now(),
                    sender.target(),
                    false,
                    "names",
                    SEED,
                    1,
                    List.copyOf(CONTRACT.operations().keySet()),
                    List.of("stop-flow.scheduled-stopped"));
            try (Recorder recorder = Recorder.into(other.resolve("recording"), manifest, live, List.of())) {
                assertThat(verdicts(run(recorder, rules, 1))).containsExactly(Verdict.PASSED);
            }
        }

        assertThat(verdicts(run(Replay.of(other.resolve("recording")), rules, 1)))
                .containsExactly(Verdict.PASSED);
    }

    private static RunResult record(RightEndpoint started, List<Rule> rules, Path folder) throws IOException {
        var credentials = AwsSessionCredentialsIdentity.create("hidden-key", "hidden-secret", TOKEN);
        Optional<Signer> signer = Optional.of(new Signer(credentials));
        try (RightEndpoint endpoint = started;
                HttpSender sender = new HttpSender(target(endpoint.url()), signer, Optional.of(SECOND));
                HttpSender control = new HttpSender(target(URI.create(endpoint.url() + "/_control")), signer);
                Recorder recorder = Recorder.into(
                        folder,
                        new Manifest(
                                "1",
                                CONTRACT.hash(),
                                Instant.now(),
                                sender.target(),
                                true,
                                "control",
                                SEED,
                                2,
                                List.copyOf(CONTRACT.operations().keySet()),
                                rules.stream().map(Rule::id).toList()),
                        Access.live(sender, new ControlSetup(control)),
                        signer.get().secrets())) {
            RunResult result = run(recorder, rules, 2);
            recorder.ended(result.endedEarly());
            assertThat(recorder.failure()).isEmpty();
            return result;
        }
    }

    private RunResult rejudge(List<Rule> rules, int workers) throws IOException {
        return run(Replay.of(folder), rules, workers);
    }

    private static RunResult run(Access access, List<Rule> rules, int workers) {
        return new Suite(
                        CONTRACT,
                        rules,
                        List.copyOf(CONTRACT.operations().values()),
                        access,
                        new Settings(access.setup("run").rung(), SEED, workers, true, false, Catalogue.RULE_SET),
                        new Stop())
                .run(scenario -> {});
    }

    private static List<Verdict> verdicts(RunResult result) {
        return result.rules().stream().map(RuleResult::verdict).toList();
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

    private void edit(UnaryOperator<String> change) throws IOException {
        Files.writeString(exchanges(), change.apply(Files.readString(exchanges())), StandardCharsets.UTF_8);
    }

    private Path exchanges() {
        return folder.resolve("exchanges.jsonl");
    }

    private static Target target(URI url) {
        return new Target(url, "us-east-1", Duration.ofSeconds(2));
    }
}
