package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ConfigurationTest {
    @TempDir
    private Path folder;

    private Map<String, String> variables = Map.of();

    @Test
    void an_option_goes_before_a_variable_and_a_variable_before_the_file() throws IOException {
        file("timeout: 1s\nworkers: 1\nseed: 1\n");
        variables = Map.of("APPFLOW_CONFORMANCE_WORKERS", "2", "APPFLOW_CONFORMANCE_SEED", "2");

        assertThat(completed("--seed", "3"))
                .containsExactlyInAnyOrder("run", "--seed", "3", "--workers=2", "--timeout=1s");
    }

    @Test
    void a_source_replaces_the_list_of_a_lower_one() throws IOException {
        file("rule: [stop-flow.again, 'wire.*']\noperation:\n- StopFlow\n");

        assertThat(completed()).contains("--rule=stop-flow.again", "--rule=wire.*", "--operation=StopFlow");
        assertThat(completed("--rule", "delete-profile.*"))
                .containsOnlyOnce("--rule")
                .doesNotContain("--rule=wire.*");

        variables = Map.of("APPFLOW_CONFORMANCE_RULE", "stop-flow.draft, stop-flow.deleted");
        assertThat(completed())
                .contains("--rule=stop-flow.draft", "--rule=stop-flow.deleted")
                .doesNotContain("--rule=wire.*");
    }

    @Test
    void a_flag_of_a_lower_source_can_be_taken_back() throws IOException {
        file("strict: true\n");

        assertThat(completed()).contains("--strict=true");
        assertThat(completed("--strict=false")).containsExactly("run", "--strict=false");
    }

    @Test
    void an_empty_variable_says_nothing() {
        variables = Map.of("APPFLOW_CONFORMANCE_ENDPOINT", "");

        assertThat(completed()).containsExactly("run");
    }

    @Test
    void another_file_is_named_by_an_option_or_a_variable() throws IOException {
        file("seed: 1\n");
        Path other = Files.writeString(folder.resolve("other.yaml"), "seed: 2\n");

        assertThat(completed("--config", other.toString())).contains("--seed=2");

        variables = Map.of("APPFLOW_CONFORMANCE_CONFIG", other.toString());
        assertThat(completed()).contains("--seed=2");
    }

    @Test
    void help_and_other_commands_do_not_read_the_file() throws IOException {
        file("nonsense: [");

        assertThat(run("run", "--help")).isEmpty();
        assertThat(run("list")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "endpiont: http://localhost | FILE:1: 'endpiont' is no option of run: ",
                "endpiont: http://localhost | ; did you mean endpoint?",
                "`seed: 1\n\nworkers: many` | FILE:3: workers: many is not a whole number between 1 and 64",
                "endpoint: localhost | FILE:1: endpoint: localhost is not a URL such as http://localhost:8080",
                "setup: magic | FILE:1: setup: magic is none of auto, control",
                "strict: maybe | FILE:1: strict: maybe is neither true nor false",
                "timeout: | FILE:1: timeout is nothing, and needs one value",
                "timeout: [1s, 2s] | FILE:1: timeout is a list, and needs one value",
                "`rule:\n  stop-flow: again` | FILE:1: rule is a mapping, and needs a value or a list of values",
                "rule: stop-flow.nothing | FILE:1: rule: stop-flow.nothing matches no rule",
                "`- run` | FILE:1: options are needed, a line each such as 'timeout: 10s', not a list",
                "`seed: 1\nseed: 2` | FILE:2: not YAML: Duplicate field 'seed'",
                "`seed: 1\nrule: [` | FILE:2: not YAML: expected the node content, but found '<stream end>'",
                "`seed: 1\n---\nseed: 2` | FILE:3: a second document begins",
            })
    void a_wrong_file_is_told_with_its_line_and_exit_code_2(String text, String message) throws IOException {
        Path file = file(text);

        assertThat(run("run"))
                .startsWith("2 appflow-conformance run: ")
                .contains(message.replace("FILE", file.toString()))
                .doesNotContain("Exception")
                .hasLineCount(2);
    }

    @Test
    void a_file_that_cannot_be_read_is_told() throws IOException {
        Path binary = Files.write(folder.resolve("binary"), "seed: \u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run("run", "--config", folder.resolve("none.yaml").toString()))
                .contains("none.yaml: there is no such file");
        assertThat(run("run", "--config", folder.toString()))
                .contains(folder + ": a file is needed, and this is a folder");
        assertThat(run("run", "--config", binary.toString())).contains("binary: the file is not UTF-8 text");
    }

    @Test
    void a_wrong_variable_is_told_by_its_name() {
        variables = Map.of("APPFLOW_CONFORMANCE_WORKERS", "0");

        assertThat(run("run")).contains("APPFLOW_CONFORMANCE_WORKERS: 0 is not a whole number between 1 and 64");
    }

    @Test
    void a_variable_of_no_option_is_told_and_left_alone() {
        variables = Map.of("APPFLOW_CONFORMANCE_ENDPIONT", "x", "APPFLOW_CONFORMANCE_HOME", "y");

        assertThat(run("run", "--dry-run", "--rule", "stop-flow.again"))
                .startsWith("appflow-conformance run: APPFLOW_CONFORMANCE_ENDPIONT is the variable of no option, and is"
                        + " not read; did you mean APPFLOW_CONFORMANCE_ENDPOINT?")
                .contains("run: APPFLOW_CONFORMANCE_HOME is the variable of no option, and is not read\n");
    }

    private List<String> completed(String... options) {
        Surroundings surroundings = surroundings();
        String[] args = new String[options.length + 1];
        args[0] = "run";
        System.arraycopy(options, 0, args, 1, options.length);
        CommandLine command = Main.command(
                surroundings,
                Sources.ARGUMENTS,
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()));
        return List.of(Configuration.complete(surroundings, command, args).args());
    }

    /** The exit code and what is told on the error stream; empty for a run that is well. */
    private String run(String... args) {
        StringWriter err = new StringWriter();
        int exitCode = Main.run(surroundings(), new PrintWriter(new StringWriter()), new PrintWriter(err, true), args);
        return exitCode == 0 ? err.toString() : exitCode + " " + err;
    }

    private Surroundings surroundings() {
        return new Surroundings(variables, Clock.systemUTC(), folder, false, false);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve(Configuration.DEFAULT_FILE), text);
    }
}
