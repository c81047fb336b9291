package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.proof.RightEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run leaves behind that did not end by itself, and how that is removed. */
class CleanupCommandTest {
    @TempDir
    private Path folder;

    private CommandRun command;

    @BeforeEach
    void begin() {
        command = new CommandRun(folder);
    }

    @Test
    void what_a_killed_run_left_is_removed_by_its_ledger() throws Exception {
        Path ledger = folder.resolve("ledger.jsonl");
        try (RightEndpoint endpoint = new RightEndpoint()) {
            ControlState.put(
                    endpoint, "flows", "{\"name\": \"nightly\", \"trigger\": \"Scheduled\", \"source\": \"crm\"}");
            ControlState.put(endpoint, "connector-profiles", "{\"name\": \"crm\"}");
            ControlState.put(endpoint, "flows", "{\"name\": \"name\", \"trigger\": \"Scheduled\"}");
            ControlState.put(endpoint, "flows", "{\"name\": \"mine\", \"trigger\": \"Scheduled\"}");
            Files.writeString(
                    ledger,
                    line(endpoint, "connector-profile", "crm", "api", "")
                            + line(endpoint, "flow", "nightly", "api", "")
                            + line(endpoint, "flow", "name", "api", ", \"certain\": false")
                            + line(endpoint, "flow", "gone", "api", ""));

            assertThat(cleanup(ledger)).isEqualTo(1);

            assertThat(ControlState.of(endpoint))
                    .contains("\"mine\"", "\"name\":\"name\"")
                    .doesNotContain("crm", "nightly");
            assertThat(command.out())
                    .contains("removed the flow nightly in us-east-1")
                    .contains("removed the connector profile crm in us-east-1")
                    .contains("left the flow name in us-east-1")
                    .contains("3 of 4 resources removed; the others stay in");
            assertThat(Files.readAllLines(ledger)).isNotEmpty();
        }
        assertThat(cleanup(ledger)).isEqualTo(3);
        assertThat(ledger).exists();
    }

    @Test
    void the_control_api_puts_back_what_a_sample_replaced() throws Exception {
        Path ledger = folder.resolve("ledger.jsonl");
        try (RightEndpoint endpoint = new RightEndpoint()) {
            ControlState.put(endpoint, "flows", "{\"name\": \"name\", \"trigger\": \"Scheduled\"}");
            ControlState.put(endpoint, "flows", "{\"name\": \"nightly\", \"trigger\": \"Scheduled\"}");
            String control = ", \"control\": \"" + endpoint.url() + "/_control\"";
            Files.writeString(
                    ledger,
                    line(endpoint, "flow", "nightly", "control", control)
                            + line(
                                    endpoint,
                                    "flow",
                                    "name",
                                    "control",
                                    control + ", \"before\": {\"name\": \"name\", \"trigger\": \"OnDemand\"}"));

            assertThat(cleanup(ledger)).as(command.out() + command.err()).isZero();

            assertThat(ControlState.of(endpoint))
                    .contains("\"trigger\":\"OnDemand\"")
                    .doesNotContain("nightly");
            assertThat(ledger).doesNotExist();
        }
    }

    @Test
    void a_run_keeps_the_ledger_of_one_that_was_killed() throws IOException {
        Path ledger = folder.resolve("ledger.jsonl");
        try (RightEndpoint endpoint = new RightEndpoint()) {
            Files.writeString(ledger, line(endpoint, "flow", "old", "api", ""));

            assertThat(run(endpoint, "--rule", "stop-flow.scheduled-stopped")).isZero();
        }

        assertThat(command.err()).contains("An earlier run left 1 resource, still noted", "cleanup " + ledger);
        assertThat(Files.readString(ledger)).contains("\"old\"").doesNotContain("nightly");
    }

    @Test
    void a_run_goes_on_after_one_that_was_killed_in_its_first_line() throws IOException {
        Path ledger = Files.writeString(folder.resolve("ledger.jsonl"), "{\"time\":\"2030");
        try (RightEndpoint endpoint = new RightEndpoint()) {
            assertThat(run(endpoint, "--rule", "stop-flow.scheduled-stopped")).isZero();
        }

        assertThat(command.err()).contains("The last line of " + ledger + " was cut");
        assertThat(ledger).doesNotExist();
    }

    @Test
    void an_empty_file_has_nothing_to_remove_and_is_left() throws IOException {
        Path ledger = Files.createFile(folder.resolve("ledger.jsonl"));

        assertThat(cleanup(ledger)).isZero();

        assertThat(command.out().replaceAll("\\s+", " "))
                .isEqualTo("There is nothing to remove: " + ledger + " is empty. ");
        assertThat(ledger).exists();
    }

    @Test
    void a_ledger_whose_control_url_has_no_host_is_wrong_usage() throws IOException {
        Path ledger = folder.resolve("ledger.jsonl");
        try (RightEndpoint endpoint = new RightEndpoint()) {
            Files.writeString(ledger, line(endpoint, "flow", "nightly", "control", ", \"control\": \"/_control\""));

            assertThat(cleanup(ledger)).isEqualTo(2);
        }
        assertThat(command.err().lines())
                .first()
                .asString()
                .endsWith("cleanup: " + ledger + ": line 1 is no line of a ledger");
    }

    @Test
    void credentials_that_are_set_by_half_are_wrong_usage_of_a_cleanup() throws IOException {
        Path ledger = folder.resolve("ledger.jsonl");
        command.variables(Map.of(
                "AWS_ACCESS_KEY_ID",
                "key",
                "AWS_SHARED_CREDENTIALS_FILE",
                folder.resolve("none").toString(),
                "AWS_CONFIG_FILE",
                folder.resolve("none").toString()));
        try (RightEndpoint endpoint = new RightEndpoint()) {
            Files.writeString(ledger, line(endpoint, "flow", "nightly", "api", ""));

            assertThat(command.execute("cleanup", ledger)).isEqualTo(2);
        }
        assertThat(command.err().lines()).first().asString().contains("AWS_SECRET_ACCESS_KEY");
        assertThat(ledger).content().contains("nightly");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing.jsonl | there is no ledger nothing.jsonl",
                "pom.xml | pom.xml: line 1 is no line of a ledger"
            })
    void what_is_no_ledger_is_wrong_usage(Path ledger, String message) {
        assertThat(cleanup(ledger)).isEqualTo(2);
        assertThat(command.err().lines()).first().asString().contains(message);
    }

    private int cleanup(Path ledger) {
        return command.execute("cleanup", ledger, "--timeout", "2s");
    }

    private int run(RightEndpoint endpoint, Object... options) {
        return command.run(Stream.concat(Stream.of("--endpoint", endpoint.url(), "--seed", 1), Stream.of(options))
                .toArray());
    }

    private static String line(RightEndpoint endpoint, String kind, String name, String rung, String more) {
        return "{\"time\": \"2030-01-01T00:00:00Z\", \"endpoint\": \"" + endpoint.url()
                + "\", \"region\": \"us-east-1\", \"kind\": \"" + kind + "\", \"name\": \"" + name + "\", \"rung\": \""
                + rung + "\"" + more + "}\n";
    }
}
