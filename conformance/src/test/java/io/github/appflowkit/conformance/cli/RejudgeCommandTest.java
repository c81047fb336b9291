package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.appflowkit.conformance.proof.NamedFault;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.report.JsonReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From {@code run --record} to {@code rejudge}, on the command line. */
class RejudgeCommandTest {
    private static final String FAULT = "the body of a conflict is cut";

    private StringWriter out;
    private StringWriter err;

    @TempDir
    private Path folder;

    @BeforeEach
    void forget_what_was_printed() {
        out = new StringWriter();
        err = new StringWriter();
    }

    @Test
    void a_recorded_run_is_judged_again_with_the_same_verdicts_and_exit_code() throws IOException {
        assertThat(record("--rule", "delete-profile.in-use*", "--rule", "wire.whole-answer"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("rejudge " + recording());
        Map<String, String> recorded = verdicts("run");
        assertThat(recorded).containsEntry("delete-profile.in-use-kept", "failed");

        assertThat(rejudge()).isEqualTo(1);
        assertThat(verdicts("again")).isEqualTo(recorded);
        assertThat(report("again").path("setup").asText()).isEqualTo("control");
        assertThat(report("again").path("target")).isEqualTo(report("run").path("target"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void what_took_a_second_account_is_told_as_in_the_recorded_run() throws IOException {
        record("--rule", "wire.account-scope");

        assertThat(rejudge()).isEqualTo(4);
        assertThat(report("again").path("rules").get(0).path("reason").asText())
                .isEqualTo(report("run").path("rules").get(0).path("reason").asText())
                .contains("--second-credentials");
        assertThat(report("again").path("leftBehind")).isEmpty();
    }

    @Test
    void rules_that_were_not_recorded_are_untestable_when_they_are_named() throws IOException {
        record("--rule", "delete-profile.in-use-kept");

        assertThat(rejudge("--rule", "stop-flow.throttled")).isEqualTo(4);
        assertThat(verdicts("again")).containsExactly(Map.entry("stop-flow.throttled", "untestable"));
        assertThat(out.toString()).contains("the recording holds no exchange of this scenario");
    }

    @Test
    void a_recording_of_one_operation_is_judged_by_its_rules() throws IOException {
        record("--rule", "stop-flow.throttled", "--operation", "StopFlow");

        assertThat(rejudge()).isZero();
        assertThat(rejudge("--operation", "DeleteConnectorProfile")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(
                        "appflow-conformance rejudge: the recording is of StopFlow, which none of the selected rules"
                                + " concerns");
    }

    @Test
    void what_differs_from_the_recorded_run_is_told() throws IOException {
        record("--rule", "stop-flow.throttled");
        Path manifest = recording().resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replaceAll("(\"contract\" : \")\\w{64}", "$1" + "0123456789abcdef".repeat(4))
                        .replace("stop-flow.throttled", "stop-flow.throttled\", \"stop-flow.forgotten"));
        assertThat(rejudge()).isZero();
        assertThat(JsonReport.read(folder.resolve("again/report.json")).remarks())
                .satisfiesExactly(
                        remark -> assertThat(remark).startsWith("judged from the recording " + recording() + " of 2"),
                        remark -> assertThat(remark).contains("another contract (sha256 0123456789ab)"),
                        remark -> assertThat(remark).endsWith("no rule of the recorded ids stop-flow.forgotten"));
    }

    @Test
    void a_damaged_recording_is_told_in_one_line() throws IOException {
        record("--rule", "stop-flow.throttled");
        Path exchanges = recording().resolve("exchanges.jsonl");
        Files.writeString(exchanges, Files.readString(exchanges).substring(0, 100));

        assertThat(rejudge()).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("appflow-conformance rejudge: " + exchanges + ":1: is no line of a recording")
                .hasLineCount(1);
    }

    @Test
    void a_folder_of_something_else_is_refused_before_anything_is_sent() throws IOException {
        Files.createDirectories(recording());
        Files.writeString(recording().resolve("thesis.txt"), "mine");

        assertThat(record("--rule", "stop-flow.throttled")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "--record: " + recording() + " holds something else than a recording: give a new or an empty");
        assertThat(recording()).isDirectoryContaining("glob:**/thesis.txt");
    }

    private int record(String... options) throws IOException {
        try (RightEndpoint endpoint = NamedFault.of(FAULT).endpoint().get()) {
            return run(
                    List.of(
                            "run",
                            "--endpoint",
                            endpoint.url().toString(),
                            "--record",
                            recording().toString(),
                            "--report-dir",
                            folder.resolve("run").toString()),
                    options);
        }
    }

    private int rejudge(String... options) {
        return run(
                List.of(
                        "rejudge",
                        recording().toString(),
                        "--report-dir",
                        folder.resolve("again").toString()),
                options);
    }

    private int run(List<String> arguments, String... options) {
        return Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Stream.concat(arguments.stream(), Stream.of(options)).toArray(String[]::new));
    }

    private Path recording() {
        return folder.resolve("recording");
    }

    private Map<String, String> verdicts(String run) throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        report(run)
                .path("rules")
                .forEach(rule -> verdicts.put(
                        rule.path("id").asText(), rule.path("verdict").asText()));
        return verdicts;
    }

    private JsonNode report(String run) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(folder.resolve(run).resolve("report.json").toFile());
    }
}
