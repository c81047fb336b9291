package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionSourcesTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("appflow-server.yaml");
    }

    @Test
    void an_option_overrides_its_variable_which_overrides_the_file_which_overrides_the_default() throws IOException {
        Files.writeString(file, "port: 1\nregion: eu-west-1\nmax-body: 64KiB\n");

        assertThat(run(Map.of("APPFLOW_PORT", "2", "APPFLOW_REGION", "eu-west-2"), "--print-config", "--port=3"))
                .isZero();

        assertThat(out.toString().lines())
                .contains(
                        "port: 3 # command line",
                        "region: eu-west-2 # APPFLOW_REGION",
                        "max-body: 64KiB # " + file + ":3",
                        "account: 123456789012 # default",
                        "# state is not set");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void what_is_printed_can_be_read_back() throws IOException {
        Files.writeString(file, "account: 012345678901\nstate: \"a: b\\n#\\u00e4\"\ncontrol: on\nport: 0\n");
        assertThat(run(Map.of(), "--print-config")).isZero();
        String first = out.toString();
        Path printed = Files.writeString(folder.resolve("printed.yaml"), first);
        out.getBuffer().setLength(0);

        assertThat(run(Map.of("APPFLOW_CONFIG", printed.toString()), "--print-config"))
                .isZero();

        assertThat(first).contains("account: 012345678901 #", "state: \"a: b\\n#");
        assertThat(out.toString().replaceAll(" # .*printed.yaml:.*", ""))
                .isEqualTo(first.replaceAll(" # .*(server.yaml:|default).*", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            port: x                | Invalid value for 'port' in FILE:1: 'x' is not a port; 0 to 65535 are allowed
            'a: 1\nprot: 1'        | Configuration file FILE:1: 'a' is no option (
            'port: 1\nprot: 1'     | Configuration file FILE:2: 'prot' is no option; did you mean port? (
            config: a.yaml         | Configuration file FILE:1: 'config' is no option
            'port: 1\nport: 2'     | Configuration file FILE:2: 'port' is there twice
            port: [1]              | Configuration file FILE:1: the value of port must be one word or text, not a list
            '\n- port'             | Configuration file FILE:2: options are needed, a line each such as 'port: 8080'
            'port: 1\nx: {'        | Configuration file FILE:2: is not YAML: expected the node content, but found
            'a: 1\n---\nb: 2'      | Configuration file FILE:2: is not YAML: but found another document
            """)
    void a_wrong_file_is_told_by_its_line(String text, String message) throws IOException {
        Files.writeString(file, text.replace("\\n", "\n"));

        assertThat(run(Map.of())).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .first()
                .asString()
                .startsWith("appflow-server: " + message.replace("FILE", file.toString()));
    }

    @Test
    void a_file_that_is_named_must_be_there_and_be_text() throws IOException {
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff});

        assertThat(run(Map.of(), "--config", "none.yaml")).isEqualTo(2);
        assertThat(run(Map.of("APPFLOW_CONFIG", binary.toString()))).isEqualTo(2);

        assertThat(err.toString().lines())
                .containsExactly(
                        "appflow-server: Configuration file none.yaml: does not exist",
                        "appflow-server: Configuration file " + binary + ": is not UTF-8 text");
    }

    @Test
    void an_empty_file_and_an_empty_value_say_nothing() throws IOException {
        Files.writeString(file, "# nothing yet\n");
        assertThat(run(Map.of(), "--print-config")).isZero();
        Files.writeString(file, "port:\nregion: ''\naccount: null\n");
        assertThat(run(Map.of("APPFLOW_MAX_BODY", ""), "--print-config")).isZero();

        assertThat(out.toString().lines().filter(line -> line.startsWith("port")))
                .containsOnly("port: 8080 # default");
        assertThat(out.toString().lines().filter(line -> line.startsWith("max-body")))
                .containsOnly("max-body: 1MiB # default");
    }

    @Test
    void help_is_given_though_the_file_is_wrong() throws IOException {
        Files.writeString(file, "prot: 1\n");

        assertThat(run(Map.of("APPFLOW_PORT", "x"), "--help")).isZero();

        assertThat(out.toString()).contains("--config=FILE", "--print-config", "default: 8080");
    }

    @Test
    void a_wrong_option_is_not_blamed_on_a_variable_or_a_line() throws IOException {
        Files.writeString(file, "port: 2\n");

        assertThat(run(Map.of("APPFLOW_PORT", "1"), "--port=x")).isEqualTo(2);

        assertThat(err.toString()).startsWith("appflow-server: Invalid value for option '--port': 'x' is not a port");
    }

    @Test
    void a_variable_of_no_option_is_told_and_the_suites_are_not() {
        assertThat(run(
                        Map.of("APPFLOW_PROT", "1", "APPFLOW_CONFORMANCE_ENDPOINT", "x", "APPFLOW_CONFIG", ""),
                        "--print-config"))
                .isZero();

        assertThat(err.toString())
                .isEqualToIgnoringNewLines("appflow-server: The environment variable APPFLOW_PROT belongs to no option,"
                        + " and is not read; did you mean APPFLOW_PORT?");
    }

    private int run(Map<String, String> variables, String... args) {
        return ServerCommand.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new Surroundings(variables, file, level -> {}),
                args);
    }
}
