package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --prot              | --prot is no option; did you mean --port?
            --prot 1            | --prot is no option; did you mean --port?
            --contol-token=s3c  | --contol-token is no option; did you mean --control-token?
            --nothing-like-it   | --nothing-like-it is no option
            --port x            | Invalid value for option '--port': 'x' is not a port; 0 to 65535 are allowed
            --port 65536        | Invalid value for option '--port': '65536' is not a port; 0 to 65535 are allowed
            --port              | --port needs a value: --port PORT
            --account 1         | Invalid value for option '--account': '1' is not an account; twelve digits are allowed
            --region EU         | Invalid value for option '--region': 'EU' is not a region; lower-case letters, digits and hyphens are allowed
            --delete-response x | Invalid value for option '--delete-response': 'x' is not one of empty, object, sample
            --control maybe     | Invalid value for option '--control': 'maybe' is not one of on, off
            --max-body 0        | Invalid value for option '--max-body': '0' is not a size; 1 to 1024MiB, as 65536, 64KiB or 1MiB, are allowed
            --max-body 2GiB     | Invalid value for option '--max-body': '2GiB' is not a size; 1 to 1024MiB, as 65536, 64KiB or 1MiB, are allowed
            --store disk        | Invalid value for option '--store': 'disk' is not a store; memory, jdbc:h2:file:PATH and jdbc:postgresql://HOST/DATABASE are allowed
            --store jdbc:h2:mem:x | Invalid value for option '--store': 'jdbc:h2:mem:x' is not a store; memory, jdbc:h2:file:PATH and jdbc:postgresql://HOST/DATABASE are allowed
            --store jdbc:mysql://h/d?password=secret | Invalid value for option '--store': 'jdbc:mysql://h/d?password=***' is not a store; memory, jdbc:h2:file:PATH and jdbc:postgresql://HOST/DATABASE are allowed
            --store jdbc:postgresql://u:p@h/d | Invalid value for option '--store': 'jdbc:postgresql://u:***@h/d' has a user; name it by --store-user instead, and its password by --store-password
            --store-user u      | A --store-user or --store-password is for a --store that is a database, and not for memory
            --max-headers 0     | Invalid value for option '--max-headers': '0' is not a size; 1 to 1024MiB, as 65536, 64KiB or 1MiB, are allowed
            --max-connections 0 | Invalid value for option '--max-connections': '0' is not a number; 1 to 1000000 are allowed
            --read-timeout 5    | Invalid value for option '--read-timeout': '5' is not a time; 1s to 1440m, as 30s or 2m, are allowed
            --idle-timeout 0s   | Invalid value for option '--idle-timeout': '0s' is not a time; 1s to 1440m, as 30s or 2m, are allowed
            --log-level loud    | Invalid value for option '--log-level': 'loud' is not one of off, error, warn, info, debug, trace
            extra               | extra is no option, and nothing else is taken
            """)
    void bad_usage_is_told_in_one_line(String args, String message) {
        assertThat(run(Map.of(), args.split(" "))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).containsExactly("appflow-server: " + message, "Try --help for all options.");
    }

    @Test
    void a_bad_variable_is_told_by_its_name() {
        assertThat(run(Map.of("APPFLOW_PORT", "x"))).isEqualTo(2);
        assertThat(err.toString().lines())
                .first()
                .isEqualTo("appflow-server: Invalid value for environment variable APPFLOW_PORT: 'x' is not a port;"
                        + " 0 to 65535 are allowed");
    }

    @Test
    void a_variable_serves_where_there_is_no_option() {
        assertThat(run(Map.of("APPFLOW_STATE", "/none.yaml", "APPFLOW_PORT", ""), "--port", "0"))
                .isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("appflow-server: State file /none.yaml: does not exist");
    }

    @Test
    void an_option_overrides_its_variable() {
        assertThat(run(Map.of("APPFLOW_STATE", "/none.yaml", "APPFLOW_PORT", "x"), "--port=0", "--state=/other.yaml"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("/other.yaml");
    }

    @Test
    void a_port_in_use_is_told_in_one_line() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());

            assertThat(run(Map.of(), "--port", port)).isEqualTo(1);

            assertThat(err.toString())
                    .isEqualToIgnoringNewLines(
                            "appflow-server: Cannot listen on 127.0.0.1:" + port + ": Address already in use");
        }
    }

    @Test
    void a_host_that_is_unknown_is_told_in_one_line() {
        assertThat(run(Map.of(), "--host", "no.such.host.invalid")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("appflow-server: Cannot listen on host no.such.host.invalid: it is unknown");
    }

    @Test
    void help_names_every_option_and_the_exit_codes() {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "--port",
                        "--host",
                        "--state",
                        "--faults",
                        "--account",
                        "--region",
                        "--delete-response",
                        "--control")
                .contains("--max-body", "--log-level", "--version", "APPFLOW_PORT", "Exit codes");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    private int run(Map<String, String> environment, String... args) {
        return ServerCommand.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new Surroundings(environment, null, level -> {}),
                args);
    }
}
