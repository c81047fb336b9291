package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.target.CannedEndpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How resources get to an endpoint, from the command line to what is left there. */
class SetupLadderTest {
    @TempDir
    private Path folder;

    private CommandRun command;

    @BeforeEach
    void begin() {
        command = new CommandRun(folder);
    }

    @Test
    void an_endpoint_that_makes_its_own_resources_is_judged_by_them() throws IOException {
        try (RightEndpoint endpoint = RightEndpoint.withSiblings("Event")) {
            assertThat(run(endpoint, "--rule", "stop-flow.*-stopped", "--rule", "wire.body-json"))
                    .isZero();
        }

        assertThat(command.out())
                .contains("setup     api, ", "not control: no state control API")
                .contains("preflight 2 of 3 rules have what they need")
                .contains("1 rule needs an event-triggered flow: CreateFlow answers 400")
                .contains("ValidationException: Event is not supported here. (--templates")
                .contains("NOT JUDGED untestable: CreateFlow answers 400 ValidationException: Event is not");
        assertThat(rule("stop-flow.scheduled-stopped").path("verdict").asText()).isEqualTo("passed");
        assertThat(rule("stop-flow.scheduled-stopped").path("setup").asText()).isEqualTo("api");
        assertThat(rule("wire.body-json").path("setup").asText()).isEqualTo("none");
        assertThat(folder.resolve("ledger.jsonl")).doesNotExist();
    }

    @Test
    void an_endpoint_that_offers_nothing_learns_what_would_help() {
        try (RightEndpoint endpoint = RightEndpoint.alone()) {
            assertThat(run(endpoint, "--rule", "stop-flow.*")).isZero();
        }

        assertThat(command.out())
                .contains("setup     none, ", "not control: ", "not api: CreateConnectorProfile answers 404")
                .containsPattern("\\d+ rules need a scheduled flow: give --names or --control-url");
    }

    @Test
    void an_endpoint_that_refuses_to_make_anything_has_nothing_left_on_it() throws IOException {
        try (CannedEndpoint endpoint = CannedEndpoint.answering("HTTP/1.0 501 Unsupported method ('POST')\r\n"
                + "Content-Type: text/html\r\nContent-Length: 7\r\n\r\n<html/>")) {
            assertThat(run(endpoint.url(), "--rule", "stop-flow.scheduled-stopped"))
                    .isEqualTo(3);
        }

        assertThat(command.out()).contains("not api: CreateConnectorProfile answers 501");
        assertThat(command.out() + command.err()).doesNotContain("To remove:");
        assertThat(folder.resolve("ledger.jsonl")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"control", "api"})
    void a_rung_that_is_insisted_on_and_not_there_is_wrong_usage(String rung) {
        try (RightEndpoint endpoint = RightEndpoint.alone()) {
            assertThat(run(endpoint, "--setup", rung)).isEqualTo(2);
        }
        assertThat(command.err()).contains("--setup " + rung + ": ").hasLineCount(1);
    }

    @Test
    void existing_resources_are_used_up_and_those_that_are_not_expendable_stay() throws Exception {
        try (RightEndpoint endpoint = new RightEndpoint()) {
            StringBuilder names = new StringBuilder("connectorProfiles:\n");
            StringBuilder flows = new StringBuilder("flows:\n");
            for (int i = 0; i < 60; i++) {
                profile(endpoint, names, "unused-" + i);
                profile(endpoint, names, "crm-" + i);
                flow(endpoint, flows, "crm-flow-" + i, "Scheduled", "crm-" + i);
                flow(endpoint, flows, "nightly-" + i, "Scheduled", "");
                flow(endpoint, flows, "updates-" + i, "Event", "");
            }
            for (int i = 0; i < 3; i++) {
                profile(endpoint, names, "shared-" + i);
                flow(endpoint, flows, "shared-a-" + i, "Scheduled", "shared-" + i);
                flow(endpoint, flows, "shared-b-" + i, "Scheduled", "shared-" + i);
                flow(endpoint, flows, "manual-" + i, "OnDemand", "");
                profile(endpoint, names, "event-crm-" + i);
                flow(endpoint, flows, "event-crm-flow-" + i, "Event", "event-crm-" + i);
                profile(endpoint, names, "manual-crm-" + i);
                flow(endpoint, flows, "manual-crm-flow-" + i, "OnDemand", "manual-crm-" + i);
            }
            profile(endpoint, new StringBuilder(), "production");
            flow(endpoint, new StringBuilder(), "production-flow", "Scheduled", "production");
            names.append("  - name: production\n");
            flows.append("  - {name: production-flow, trigger: Scheduled, source: production}\n");
            Path file = Files.writeString(folder.resolve("names.yaml"), names.append(flows));

            assertThat(run(endpoint, "--names", file.toString()))
                    .as(command.out())
                    .isZero();

            assertThat(ControlState.of(endpoint))
                    .contains("\"name\":\"production\"")
                    .contains("\"name\":\"production-flow\",\"account\":\"123456789012\",\"region\":\"us-east-1\","
                            + "\"trigger\":\"Scheduled\",\"status\":\"Active\"");
        }
        assertThat(command.out()).contains("setup     names, ", "workers 1 (existing", "Used up, so make these anew");
        assertThat(with("failed")).isEmpty();
        assertThat(with("warned")).isEmpty();
        assertThat(with("passed"))
                .contains(
                        "delete-profile.in-use-kept",
                        "delete-profile.forced",
                        "delete-profile.deletes",
                        "delete-profile.force-type",
                        "stop-flow.scheduled-stopped",
                        "stop-flow.event-stopped",
                        "stop-flow.on-demand-refused")
                .hasSizeGreaterThan(65);
        assertThat(with("untestable"))
                .contains("wire.region-scope", "stop-flow.name-exact", "delete-profile.name-exact");
    }

    @Test
    void what_a_file_names_and_the_endpoint_has_not_is_promised_by_nobody_and_not_used_up() throws IOException {
        Path file = Files.writeString(
                folder.resolve("names.yaml"), "flows: [{name: ghost, trigger: Scheduled, expendable: true}]");
        try (RightEndpoint endpoint = RightEndpoint.alone()) {
            assertThat(run(endpoint, "--names", file.toString(), "--rule", "stop-flow.scheduled-stopped"))
                    .isEqualTo(4);
        }

        assertThat(command.out().replaceAll("\\s+", " "))
                .contains("1 of 1 rule has what it needs, if all that " + file + " names is at the endpoint")
                .contains("the endpoint does not find ghost, which is in " + file)
                .doesNotContain("Used up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "names"})
    void existing_resources_serve_no_repeated_run(String way) throws IOException {
        Path file = Files.writeString(folder.resolve("names.yaml"), "flows: [{name: mine, trigger: Event}]");
        try (RightEndpoint endpoint = new RightEndpoint()) {
            assertThat(run(endpoint, "--names", file.toString(), "--setup", way, "--repeat", "2"))
                    .isEqualTo(2);
        }
        assertThat(command.err().lines().findFirst()).get().asString().contains("leave out --repeat");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --setup names | needs --names FILE too",
                "run --names nothing.yaml | nothing.yaml: there is no such file",
                "run --templates nothing | nothing: there is no such folder",
                "run --endpoint https://appflow.us-east-1.amazonaws.com | is AWS itself",
                "run --endpoint https://appflow.us-east-1.AMAZONAWS.com. | is AWS itself",
                "run --endpoint https://appflow.cn-north-1.amazonaws.com.cn | is AWS itself",
                "run --endpoint https://appflow.us-east-1.api.aws | is AWS itself",
                "run --control-url https://appflow.us-east-1.amazonaws.com/x | is AWS itself"
            })
    void wrong_usage_is_told_in_one_line(String arguments, String message) {
        assertThat(command.execute((Object[]) arguments.split(" "))).isEqualTo(2);
        assertThat(command.err().lines().findFirst()).get().asString().contains(message);
    }

    private int run(RightEndpoint endpoint, Object... options) {
        return run(endpoint.url(), options);
    }

    private int run(URI endpoint, Object... options) {
        return command.run(Stream.concat(Stream.of("--endpoint", endpoint, "--seed", 1), Stream.of(options))
                .toArray());
    }

    private void profile(RightEndpoint endpoint, StringBuilder file, String name) throws Exception {
        ControlState.put(endpoint, "connector-profiles", "{\"name\": \"" + name + "\"}");
        file.append("  - {name: ").append(name).append(", expendable: true}\n");
    }

    private void flow(RightEndpoint endpoint, StringBuilder file, String name, String trigger, String source)
            throws Exception {
        String json = source.isEmpty() ? "" : ", \"source\": \"" + source + "\"";
        ControlState.put(
                endpoint, "flows", "{\"name\": \"" + name + "\", \"trigger\": \"" + trigger + "\"" + json + "}");
        String yaml = source.isEmpty() ? "" : ", source: " + source;
        file.append("  - {name: ")
                .append(name)
                .append(", trigger: ")
                .append(trigger)
                .append(yaml);
        file.append(", expendable: true}\n");
    }

    private JsonNode rule(String id) throws IOException {
        return StreamSupport.stream(command.report().path("rules").spliterator(), false)
                .filter(rule -> rule.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> with(String verdict) throws IOException {
        Map<String, String> verdicts = command.verdicts();
        verdicts.values().removeIf(other -> !other.equals(verdict));
        return verdicts.keySet();
    }
}
