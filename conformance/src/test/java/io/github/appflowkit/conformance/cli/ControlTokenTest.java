package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.proof.Fault;
import io.github.appflowkit.conformance.proof.NamedFault;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A state control API that takes requests with its token alone. */
class ControlTokenTest {
    private static final String TOKEN = "s3cret-control-token";
    private static final String VARIABLE = "APPFLOW_CONFORMANCE_CONTROL_TOKEN";

    @TempDir
    private Path folder;

    @Test
    void a_guarded_control_api_serves_who_bears_its_token() throws IOException {
        CommandRun run = new CommandRun(folder);

        assertThat(judge(run, "--control-token", TOKEN))
                .as(run.out() + run.err())
                .isZero();

        assertThat(run.out()).contains("setup     control, ");
        assertThat(run.verdicts()).containsEntry("stop-flow.scheduled-stopped", "passed");
    }

    @ParameterizedTest
    @CsvSource({"111111111111", "AKIAEXAMPLE"})
    void what_it_makes_is_in_the_account_of_the_other_requests(String accessKey) throws IOException {
        CommandRun run = new CommandRun(folder)
                .variables(Map.of("AWS_ACCESS_KEY_ID", accessKey, "AWS_SECRET_ACCESS_KEY", "other-secret"));

        assertThat(judge(run, "--control-token", TOKEN))
                .as(run.out() + run.err())
                .isZero();

        assertThat(run.verdicts()).containsEntry("stop-flow.scheduled-stopped", "passed");
    }

    @ParameterizedTest
    @CsvSource({
        "AKIAEXAMPLE, '', no account",
        "AKIAEXAMPLE, 123456789012, the account 123456789012",
        "111111111111, '', the account 111111111111"
    })
    void failures_say_which_account_the_control_api_is_told(String accessKey, String account, String told)
            throws IOException {
        CommandRun run = new CommandRun(folder)
                .variables(Map.of(
                        "AWS_ACCESS_KEY_ID", accessKey, "AWS_SECRET_ACCESS_KEY", "s", "AWS_ACCOUNT_ID", account));
        Fault fault = NamedFault.of("a stop deletes the flow");

        assertThat(judge(fault.endpoint().get(), run, "--control-token", TOKEN, "--rule", "stop-flow.again"))
                .isEqualTo(1);

        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("the control API is told of " + told, "tell it in AWS_ACCOUNT_ID");
    }

    @Test
    void the_token_comes_from_a_variable_a_file_or_the_configuration_too() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        CommandRun byVariable = new CommandRun(folder).variables(Map.of(VARIABLE, "file:" + file));
        assertThat(judge(byVariable)).as(byVariable.err()).isZero();

        Files.writeString(folder.resolve("appflow-conformance.yaml"), "control-token: " + TOKEN);
        CommandRun byFile = new CommandRun(folder);
        assertThat(judge(byFile)).as(byFile.err()).isZero();
    }

    @Test
    void who_bears_no_token_is_told_of_the_option_and_a_wrong_one_is_not_shown() throws IOException {
        CommandRun none = new CommandRun(folder);
        assertThat(judge(none)).isEqualTo(2);
        assertThat(none.err())
                .contains("POST /describe answers 403 AccessDeniedException, and may want --control-token (Nobody");

        CommandRun wrong = new CommandRun(folder);
        assertThat(judge(wrong, "--control-token", "wr0ng-control-token")).isEqualTo(2);
        assertThat(wrong.err() + wrong.out())
                .contains("403", "so that --control-token may not be its token")
                .doesNotContain("wr0ng");
    }

    @Test
    void the_token_is_nowhere_in_what_a_run_prints_and_writes_although_the_endpoint_repeats_it() throws IOException {
        CommandRun run = new CommandRun(folder);
        Path recording = folder.resolve("recording");
        try (RightEndpoint endpoint = new RightEndpoint();
                GuardedControl guarded = new GuardedControl(endpoint.url(), TOKEN, "/flows")) {
            run.run(
                    "--endpoint",
                    guarded.url(),
                    "--rule",
                    "stop-flow.*",
                    "--record",
                    recording,
                    "--control-token",
                    TOKEN);
        }

        assertThat(run.out()).contains("Nobody is let in by 'Bearer ***'");
        assertThat(run.out() + run.err()).doesNotContain(TOKEN);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .hasSizeGreaterThan(5)
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain(TOKEN));
        }
    }

    @Test
    void a_dry_run_shows_that_there_is_a_token_and_not_which() {
        CommandRun run = new CommandRun(folder).variables(Map.of(VARIABLE, TOKEN));

        assertThat(run.run("--endpoint", "http://localhost:1", "--dry-run")).isZero();

        assertThat(run.out()).contains("control-token: '***'  # " + VARIABLE).doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @CsvSource({"option", "variable"})
    void a_cleanup_bears_it_too(String way) throws IOException {
        Path ledger = folder.resolve("ledger.jsonl");
        try (RightEndpoint endpoint = new RightEndpoint();
                GuardedControl guarded = new GuardedControl(endpoint.url(), TOKEN, "/none")) {
            Files.writeString(ledger, """
                    {"time": "2030-01-01T00:00:00Z", "endpoint": "%1$s", "region": "us-east-1", "kind": "flow", \
                    "name": "nightly", "rung": "control", "control": "%1$s/_control"}
                    """.formatted(guarded.url()));
            CommandRun without = new CommandRun(folder);
            assertThat(without.execute("cleanup", ledger)).as(without.err()).isEqualTo(1);
            assertThat(without.out()).contains("left the flow nightly").contains("403");

            boolean option = way.equals("option");
            CommandRun cleanup = new CommandRun(folder).variables(option ? Map.of() : Map.of(VARIABLE, TOKEN));
            Object[] args = option
                    ? new Object[] {"cleanup", ledger, "--control-token", TOKEN}
                    : new Object[] {"cleanup", ledger};
            assertThat(cleanup.execute(args)).as(cleanup.out() + cleanup.err()).isZero();
        }
        assertThat(ledger).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--control-token=            | --control-token *** is empty: give a token",
                "--control-token=file:none   | --control-token *** names the file 'none', which cannot be read",
                "--control-token=two words   | --control-token *** cannot be sent",
                "--control-token=t\u00f6ken      | --control-token *** cannot be sent",
                "--control-tokn=s3cret       | --control-tokn is no option of"
            })
    void a_token_that_cannot_be_is_wrong_usage_and_not_shown(String option, String message) {
        CommandRun run = new CommandRun(folder);

        assertThat(run.run(option)).isEqualTo(2);

        assertThat(run.err().lines().findFirst())
                .get()
                .asString()
                .contains(message)
                .doesNotContain("s3cret", "words");
    }

    private static int judge(CommandRun run, String... options) throws IOException {
        return judge(new RightEndpoint(), run, options);
    }

    private static int judge(RightEndpoint started, CommandRun run, String... options) throws IOException {
        try (RightEndpoint endpoint = started;
                GuardedControl guarded = new GuardedControl(endpoint.url(), TOKEN, "/none")) {
            return run.run(Stream.concat(
                            Stream.of(
                                    "--endpoint",
                                    guarded.url(),
                                    "--setup",
                                    "control",
                                    "--rule",
                                    "stop-flow.scheduled-stopped"),
                            Arrays.stream(options))
                    .toArray());
        }
    }
}
