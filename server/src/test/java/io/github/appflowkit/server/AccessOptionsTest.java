package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessOptionsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --auth basic                       | Invalid value for option '--auth': 'basic' is not one of none, sigv4
            --auth sigv4                       | --auth sigv4 needs --credentials FILE, the keys that it knows
            --credentials keys.yaml            | --credentials is for --auth sigv4: give both or none
            --tls-keystore-password secret     | --tls-keystore-password is for a --tls-keystore: give both or none
            --control-token=                   | Invalid value for option '--control-token': it is empty
            --control-token file:/none         | Invalid value for option '--control-token': the file '/none' cannot be read
            --control off --control-token t    | --control-token is for the state control API, which is not served: add --control on
            --host 0.0.0.0 --control-token t   | --control-token is for the state control API, which is not served: add --control on
            --host 0.0.0.0 --control on        | --control on needs --control-token TOKEN where the host is not loopback, or everybody who reaches the server could change its state
            """)
    void options_that_do_not_go_together_are_told_in_one_line(String args, String message) {
        StringWriter err = new StringWriter();

        assertThat(run(err, args.split(" "))).isEqualTo(2);

        assertThat(err.toString().lines()).containsExactly("appflow-server: " + message, "Try --help for all options.");
    }

    @Test
    void a_file_that_cannot_be_used_is_told_in_one_line() {
        StringWriter err = new StringWriter();

        assertThat(run(err, "--port", "0", "--auth", "sigv4", "--credentials", "/none.yaml"))
                .isEqualTo(1);
        assertThat(run(err, "--port", "0", "--tls-keystore", "/none.p12")).isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly(
                        "appflow-server: Credentials file /none.yaml: does not exist",
                        "appflow-server: TLS keystore /none.p12: does not exist");
    }

    @Test
    void a_secret_is_read_from_the_first_line_of_a_file_and_never_shown() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "s3cret\nmore\n");

        Configuration configuration = ServerCommand.configuration("--control-token", "file:" + file);

        assertThat(configuration.controlToken().reveal()).isEqualTo("s3cret");
        assertThat(configuration.toString()).contains("controlToken=***").doesNotContain("s3cret");
    }

    @Test
    void a_server_that_others_reach_serves_its_control_to_bearers_of_the_token_alone() throws IOException {
        try (RunningCommand command =
                RunningCommand.start("--port", "0", "--host", "0.0.0.0", "--control", "on", "--control-token", "t")) {
            assertThat(command.uri().getPort()).isPositive();
        }
    }

    private static int run(StringWriter err, String... args) {
        return ServerCommand.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err, true), Surroundings.NONE, args);
    }
}
