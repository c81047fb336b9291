package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.rule.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | no command is given: use run, ",
                "judge | 'judge' is no command: use run, ",
                "rnu | ; did you mean run?",
                "expalin stop-flow.again | ; did you mean explain?",
                "explain stop-flow.ondemand-refused | ; did you mean stop-flow.on-demand-refused?",
                "run --endpoint http://my_emulator:4566 | http://my_emulator:4566 names a host with an underscore",
                "run endpoint | 'endpoint' is more than 'appflow-conformance run' takes",
                "run --endpiont http://localhost | --endpiont is no option of 'appflow-conformance run'; did you mean --endpoint?",
                "run --endpoint | --endpoint needs a value: --endpoint URL",
                "run --endpoint --strict | --endpoint needs a value: --endpoint URL",
                "run --endpoint localhost:8080 | --endpoint localhost:8080 is not a URL such as http://localhost:8080",
                "run --endpoint ftp://localhost | --endpoint ftp://localhost is not a URL such as http://localhost:8080",
                "run --endpoint http:// | --endpoint http:// is not a URL such as http://localhost:8080",
                "run --endpoint http://localhost:99999 | has a port that is not between 1 and 65535",
                "run --endpoint http://me:secret@localhost | --endpoint http://***@localhost has more than a scheme",
                "run --endpoint https://appflow.us-east-1.amazonaws.com | is AWS itself",
                "run --setup magic | --setup magic is none of auto, control, api, names, none",
                "run --control-url /_control | --control-url /_control is not a URL such as http://localhost:8080",
                "run --rule stop-flow.nothing | --rule stop-flow.nothing matches no rule",
                "prove --rule stop-flow.nothing | --rule stop-flow.nothing matches no rule",
                "run --rule stop-flow.name-asci | shows them all; did you mean stop-flow.name-ascii?",
                "run --rule | --rule needs a value: --rule GLOB",
                "run --tags @must@ | --tags @must@ names @must@, which no rule has",
                "run --tags (@must | --tags (@must is not a tag expression such as '@must and not @decision'",
                "run --tags @documented --rules 0.9 | --rules 0.9 is no version of the rule set, known here: 1.0",
                "run --rules 1.1 | --rules 1.1 is no version of the rule set, known here: 1.0",
                "run --require-judged 101 | --require-judged 101 is not a whole number between 0 and 100",
                "run --repeat 0 | --repeat 0 is not a whole number between 1 and 1000",
                "run --max-time 1 | --max-time 1 is not a time such as 500ms, 10s or 2m",
                "run --wait-for never | --wait-for never is not a time such as 500ms, 10s or 2m",
                "run --baseline no.yaml | no.yaml: there is no such file",
                "baseline | no command is given: use update",
                "baseline update | FILE is missing: The baseline to write",
                "baseline update --from no.json known.yaml | --from no.json is not there",
                "run --operation DescribeFlow | --operation DescribeFlow is none of DeleteConnectorProfile, StopFlow",
                "run --operation StopFlow --rule delete-profile.deletes | --rule, --tags and --operation together leave no rule",
                "run --timeout soon | --timeout soon is not a time such as 500ms, 10s or 2m",
                "run --timeout 0s | --timeout 0s is not a time such as 500ms, 10s or 2m",
                "run --timeout 9999h | --timeout 9999h is longer than a day",
                "run --workers 0 | --workers 0 is not a whole number between 1 and 64",
                "run --workers 65 | --workers 65 is not a whole number between 1 and 64",
                "run --workers many | --workers many is not a whole number between 1 and 64",
                "run --seed x | --seed x is not a whole number between",
                "run --seed 99999999999999999999 | --seed 99999999999999999999 is not a whole number between",
                "run --seed 1 --seed 2 | --seed is given more than once",
                "run --strict=maybe | --strict maybe is neither true nor false",
                "run --region us/east | --region us/east is not a region such as us-east-1",
                "explain stop-flow.nothing | no rule is called stop-flow.nothing",
                "explain | RULE is missing: The id of a rule"
            })
    void wrong_usage_is_told_in_one_line_with_exit_code_2(String arguments, String message) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains(message)
                .contains("--help")
                .doesNotContain("Exception", "secret")
                .hasLineCount(2);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("unseen")
    void a_value_that_cannot_be_seen_is_shown_in_one_line(String region, String shown) {
        assertThat(run("run", "--region", region)).isEqualTo(2);
        assertThat(err.toString().lines()).first().asString().contains("--region " + shown + " is not a region");
    }

    static Stream<Arguments> unseen() {
        return Stream.of(Arguments.of("", "''"), Arguments.of("us\nwest", "us\\u000awest"));
    }

    @Test
    void a_report_folder_that_cannot_be_made_is_told() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(run("run", "--report-dir", file.resolve("reports").toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--report-dir " + file.resolve("reports") + " cannot be written to: Not a directory");
    }

    @Test
    void an_endpoint_that_is_down_is_told_with_exit_code_3() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(run("run", "--endpoint", "http://127.0.0.1:" + port, "--report-dir", folder.toString()))
                .isEqualTo(3);
        assertThat(err.toString())
                .contains("http://127.0.0.1:" + port
                        + " does not answer POST /delete-connector-profile: the connection was refused")
                .hasLineCount(1);
    }

    @Test
    void the_list_shows_every_rule_in_80_columns() {
        assertThat(run("list")).isZero();

        assertThat(out.toString())
                .contains("stop-flow.on-demand-refused", "wire.body-json", "delete-profile.in-use-kept")
                .contains(Catalogue.load().rules().size() + " rules.");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void a_rule_is_explained() {
        assertThat(run("explain", "stop-flow.on-demand-refused")).isZero();

        assertThat(out.toString())
                .contains("level     must, breaking it fails the run")
                .contains("evidence  documented")
                .contains("source    StopFlow, description and errors.")
                .contains("When the manual flow is stopped")
                .contains("needs an on-demand flow");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void help_teaches_the_commands_their_exit_codes_and_examples() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("run", "list", "explain", "Exit codes:", "Examples:", "130");
    }

    @Test
    void the_help_of_run_shows_its_options_by_subject_in_80_columns() {
        assertThat(run("run", "--help")).isZero();

        assertThat(out.toString())
                .containsSubsequence(
                        "Endpoint",
                        "--endpoint=URL",
                        "Setup",
                        "Selection",
                        "Verdict",
                        "Pace",
                        "Reports",
                        "Exit codes:");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"list", "explain", "init", "cleanup", "baseline", "baseline update", "prove", "diff", "rejudge"})
    void the_help_of_a_command_tells_its_own_exit_codes_and_an_example_in_80_columns(String command) {
        assertThat(run((command + " --help").split(" "))).isZero();

        assertThat(out.toString())
                .contains("Exit codes:", "Examples:", "\n  appflow-conformance " + command)
                .doesNotContain("130", "judges the reference server");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void the_version_names_the_contract() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString())
                .contains("appflow-conformance")
                .containsPattern("contract \\d+\\.\\d+\\.\\d+ \\(sha256 [0-9a-f]{12}\\)");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
