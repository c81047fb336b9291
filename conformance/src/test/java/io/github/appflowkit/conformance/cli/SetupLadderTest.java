package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.target.AwsHosts;
import io.github.appflowkit.conformance.target.CannedEndpoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How resources get to an endpoint, from the command line to what is left there. */
class SetupLadderTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void an_endpoint_that_makes_its_own_resources_is_judged_by_them() throws IOException {
        try (RightEndpoint endpoint = RightEndpoint.withSiblings("Event")) {
            assertThat(run(endpoint, "--rule", "stop-flow.*-stopped", "--rule", "wire.body-json"))
                    .isZero();
        }

        assertThat(out.toString())
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

        assertThat(out.toString())
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

        assertThat(out.toString()).contains("not api: CreateConnectorProfile answers 501");
        assertThat(out.toString() + err).doesNotContain("To remove:");
        assertThat(folder.resolve("ledger.jsonl")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"control", "api"})
    void a_rung_that_is_insisted_on_and_not_there_is_wrong_usage(String rung) {
        try (RightEndpoint endpoint = RightEndpoint.alone()) {
            assertThat(run(endpoint, "--setup", rung)).isEqualTo(2);
        }
        assertThat(err.toString()).contains("--setup " + rung + ": ").hasLineCount(1);
    }

    @Test
    void existing_resources_are_used_up_and_those_that_are_not_expendable_stay() throws Exception {
        try (RightEndpoint endpoint = new RightEndpoint()) {
            StringBuilder names = new StringBuilder("connectorProfiles:\n");
            StringBuilder flows = new StringBuilder("flows:\n");
            for (int i = 0; i < 40; i++) {
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
                    .as(out.toString())
                    .isZero();

            assertThat(state(endpoint))
                    .contains("\"name\":\"production\"")
                    .contains("\"name\":\"production-flow\",\"account\":\"123456789012\",\"region\":\"us-east-1\","
                            + "\"trigger\":\"Scheduled\",\"status\":\"Active\"");
        }
        assertThat(out.toString()).contains("setup     names, ", "workers 1 (existing", "Used up, so make these anew");
        assertThat(rules("failed")).isEmpty();
        assertThat(rules("warned")).isEmpty();
        assertThat(rules("passed"))
                .contains(
                        "delete-profile.in-use-kept",
                        "delete-profile.forced",
                        "delete-profile.deletes",
                        "delete-profile.force-type",
                        "stop-flow.scheduled-stopped",
                        "stop-flow.event-stopped",
                        "stop-flow.on-demand-refused")
                .hasSizeGreaterThan(65);
        assertThat(rules("untestable"))
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

        assertThat(out.toString().replaceAll("\\s+", " "))
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
        assertThat(err.toString().lines().findFirst()).get().asString().contains("leave out --repeat");
    }

    @Test
    void what_a_killed_run_left_is_removed_by_its_ledger() throws Exception {
        Path ledger = folder.resolve("ledger.jsonl");
        try (RightEndpoint endpoint = new RightEndpoint()) {
            put(endpoint, "flows", "{\"name\": \"nightly\", \"trigger\": \"Scheduled\", \"source\": \"crm\"}");
            put(endpoint, "connector-profiles", "{\"name\": \"crm\"}");
            put(endpoint, "flows", "{\"name\": \"name\", \"trigger\": \"Scheduled\"}");
            put(endpoint, "flows", "{\"name\": \"mine\", \"trigger\": \"Scheduled\"}");
            Files.writeString(
                    ledger,
                    line(endpoint, "connector-profile", "crm", "api", "")
                            + line(endpoint, "flow", "nightly", "api", "")
                            + line(endpoint, "flow", "name", "api", ", \"certain\": false")
                            + line(endpoint, "flow", "gone", "api", ""));

            assertThat(cleanup(ledger)).isEqualTo(1);

            assertThat(state(endpoint))
                    .contains("\"mine\"", "\"name\":\"name\"")
                    .doesNotContain("crm", "nightly");
            assertThat(out.toString())
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
            put(endpoint, "flows", "{\"name\": \"name\", \"trigger\": \"Scheduled\"}");
            put(endpoint, "flows", "{\"name\": \"nightly\", \"trigger\": \"Scheduled\"}");
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

            assertThat(cleanup(ledger)).as(out.toString() + err).isZero();

            assertThat(state(endpoint)).contains("\"trigger\":\"OnDemand\"").doesNotContain("nightly");
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

        assertThat(err.toString()).contains("An earlier run left 1 resource, still noted", "cleanup " + ledger);
        assertThat(Files.readString(ledger)).contains("\"old\"").doesNotContain("nightly");
    }

    @Test
    void a_run_goes_on_after_one_that_was_killed_in_its_first_line() throws IOException {
        Path ledger = Files.writeString(folder.resolve("ledger.jsonl"), "{\"time\":\"2030");
        try (RightEndpoint endpoint = new RightEndpoint()) {
            assertThat(run(endpoint, "--rule", "stop-flow.scheduled-stopped")).isZero();
        }

        assertThat(err.toString()).contains("The last line of " + ledger + " was cut");
        assertThat(ledger).doesNotExist();
    }

    @Test
    void a_ledger_that_lists_nothing_has_nothing_to_remove() throws IOException {
        Path ledger = Files.createFile(folder.resolve("ledger.jsonl"));

        assertThat(cleanup(ledger)).isZero();

        assertThat(out.toString().replaceAll("\\s+", " "))
                .isEqualTo("There is nothing to remove: " + ledger + " lists no resource. ");
        assertThat(ledger).doesNotExist();
    }

    @Test
    void a_ledger_whose_control_url_has_no_host_is_wrong_usage() throws IOException {
        Path ledger = folder.resolve("ledger.jsonl");
        try (RightEndpoint endpoint = new RightEndpoint()) {
            Files.writeString(ledger, line(endpoint, "flow", "nightly", "control", ", \"control\": \"/_control\""));

            assertThat(cleanup(ledger)).isEqualTo(2);
        }
        assertThat(err.toString().lines())
                .first()
                .asString()
                .endsWith("cleanup: " + ledger + ": line 1 is no line of a ledger");
    }

    @Test
    void credentials_that_are_set_by_half_are_wrong_usage_of_a_cleanup() throws IOException {
        Path ledger = folder.resolve("ledger.jsonl");
        CommandRun command = new CommandRun(folder)
                .variables(java.util.Map.of(
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
                "cleanup nothing.jsonl | there is no ledger nothing.jsonl",
                "cleanup pom.xml | pom.xml: line 1 is no line of a ledger",
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
        assertThat(Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.split(" ")))
                .isEqualTo(2);
        assertThat(err.toString().lines().findFirst()).get().asString().contains(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amazonaws.com",
                "amazonaws.com.cn",
                "amazonaws.eu",
                "amazonwebservices.com.cn",
                "amazonwebservices.eu",
                "api.aws",
                "c2s.ic.gov",
                "sc2s.sgov.gov",
                "cloud.adc-e.uk",
                "csp.hci.ic.gov"
            })
    void every_partition_is_aws(String domain) {
        assertThat(AwsHosts.contains(URI.create("https://" + domain))).isTrue();
        assertThat(AwsHosts.contains(URI.create("https://appflow.some-region-1." + domain)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:4566",
                "http://amazonaws.com.localhost",
                "https://myamazonaws.com",
                "http://api.aws.test",
                "https://ic.gov",
                "https://notamazonaws.eu"
            })
    void another_host_is_not_aws(String url) {
        assertThat(AwsHosts.contains(URI.create(url))).isFalse();
    }

    @Test
    void a_configuration_is_written_that_can_be_edited_and_read() throws IOException {
        assertThat(init()).isZero();

        assertThat(out.toString()).contains("wrote ", "names.yaml", "flow-scheduled.json", "appflow-conformance run");
        Path configuration = folder.resolve("appflow-conformance.yaml");
        assertThat(Files.readAllLines(configuration))
                .allMatch(line -> line.isEmpty() || line.startsWith("# "))
                .contains("# setup: auto", "# strict: false", "# timeout: 10s", "# report-dir: conformance-report");

        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace("# rule: [GLOB]", "rule: [stop-flow.arn-*]")
                        .replace("# seed: N", "seed: 7"));
        assertThat(Main.run(
                        new Surroundings(java.util.Map.of(), java.time.Clock.systemUTC(), folder, false, false),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        "run",
                        "--report-dir",
                        folder.resolve("reports").toString(),
                        "--templates",
                        folder.resolve("templates").toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("seed 7", "3 rules");
    }

    @Test
    void nothing_is_replaced_unless_that_is_asked_for() throws IOException {
        Path file = Files.writeString(folder.resolve("names.yaml"), "mine");

        assertThat(init()).isEqualTo(2);
        assertThat(err.toString()).contains(file + " is there already; --force replaces it");
        assertThat(file).hasContent("mine");
        assertThat(folder.resolve("appflow-conformance.yaml")).doesNotExist();

        assertThat(init("--force")).isZero();
        assertThat(Files.readString(file)).contains("connectorProfiles:");
    }

    private int init(String... options) {
        String[] arguments = Stream.concat(Stream.of("init", folder.toString()), Stream.of(options))
                .toArray(String[]::new);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private int cleanup(Path ledger) {
        return Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "cleanup",
                ledger.toString(),
                "--timeout",
                "2s");
    }

    private int run(RightEndpoint endpoint, String... options) {
        return run(endpoint.url(), options);
    }

    private int run(URI endpoint, String... options) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "run",
                                "--endpoint",
                                endpoint.toString(),
                                "--report-dir",
                                folder.toString(),
                                "--seed",
                                "1"),
                        Stream.of(options))
                .toArray(String[]::new);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private static String line(RightEndpoint endpoint, String kind, String name, String rung, String more) {
        return "{\"time\": \"2030-01-01T00:00:00Z\", \"endpoint\": \"" + endpoint.url()
                + "\", \"region\": \"us-east-1\", \"kind\": \"" + kind + "\", \"name\": \"" + name + "\", \"rung\": \""
                + rung + "\"" + more + "}\n";
    }

    private void profile(RightEndpoint endpoint, StringBuilder file, String name) throws Exception {
        put(endpoint, "connector-profiles", "{\"name\": \"" + name + "\"}");
        file.append("  - {name: ").append(name).append(", expendable: true}\n");
    }

    private void flow(RightEndpoint endpoint, StringBuilder file, String name, String trigger, String source)
            throws Exception {
        String json = source.isEmpty() ? "" : ", \"source\": \"" + source + "\"";
        put(endpoint, "flows", "{\"name\": \"" + name + "\", \"trigger\": \"" + trigger + "\"" + json + "}");
        String yaml = source.isEmpty() ? "" : ", source: " + source;
        file.append("  - {name: ")
                .append(name)
                .append(", trigger: ")
                .append(trigger)
                .append(yaml);
        file.append(", expendable: true}\n");
    }

    private static void put(RightEndpoint endpoint, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint.url() + "/_control/" + path))
                .PUT(BodyPublishers.ofString(body))
                .build();
        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private static String state(RightEndpoint endpoint) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint.url() + "/_control/describe"))
                .POST(BodyPublishers.ofString("{}"))
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    private JsonNode rule(String id) throws IOException {
        return StreamSupport.stream(report().path("rules").spliterator(), false)
                .filter(rule -> rule.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> rules(String verdict) throws IOException {
        return StreamSupport.stream(report().path("rules").spliterator(), false)
                .filter(rule -> rule.path("verdict").asText().equals(verdict))
                .map(rule -> rule.path("id").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private JsonNode report() throws IOException {
        return JSON.readTree(folder.resolve("report.json").toFile());
    }
}
