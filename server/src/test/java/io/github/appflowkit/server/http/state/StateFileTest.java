package io.github.appflowkit.server.http.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.server.ContractDocument;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.flow.FlowStatus;
import io.github.appflowkit.server.flow.Trigger;
import io.github.appflowkit.server.http.json.ContractValidator;
import io.github.appflowkit.server.profile.ConnectorProfile;
import io.github.appflowkit.server.store.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {
    private static final Scope HERE = new Scope("123456789012", "us-east-1");
    private static final ContractValidator VALIDATOR = new ContractValidator();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"state.yaml", "state.json"})
    void a_file_is_read_in_yaml_and_in_json(String name) throws IOException {
        State state = read(name, """
                {"connectorProfiles": [{"name": "crm", "account": "210987654321", "region": "eu-west-1"}],
                 "flows": [{"name": "nightly", "trigger": "Scheduled", "status": "Draft",
                            "source": "crm", "destinations": ["lake"]}]}
                """);

        assertThat(state)
                .isEqualTo(new State(
                        List.of(new ConnectorProfile(new Scope("210987654321", "eu-west-1").name("crm"))),
                        List.of(new Flow(
                                HERE.name("nightly"), Trigger.SCHEDULED, FlowStatus.DRAFT, "crm", List.of("lake")))));
    }

    @Test
    void the_example_is_the_world_of_the_documented_samples() {
        State state = new StateFile(Path.of("examples/documented-samples.yaml"), HERE, VALIDATOR).read();

        assertThat(state.profiles()).contains(new ConnectorProfile(HERE.name("testMarketoProfile")));
        assertThat(state.flows())
                .filteredOn(flow -> flow.profiles().contains(HERE.name("testMarketoProfile")))
                .extracting(flow -> flow.id().name())
                .containsExactly("myTestFlow1");
        assertThat(state.flows()).extracting(Flow::trigger).contains(Trigger.values());
        assertThat(state.flows()).extracting(flow -> flow.id().name()).contains("name", "test_flow_ondemand_1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            flows: [                                             | state.yaml: while parsing a flow node (line 2, column 1) expected the node content
            flows: {}                                            | line 1, column 8: 'flows' must be an array
            - a                                                  | line 1, column 1: the document must be an object
            profiles: []                                         | 'profiles' is not known; known are [connectorProfiles, flows]
            flows: [{name: ab, trigger: Event, sauce: a}]        | 'flows[0].sauce' is not known; known are [
            flows: [{name: ab, trigger: Sometimes}]              | line 1, column 29: 'flows[0].trigger' must be one of [OnDemand, Scheduled, Event]
            flows: [{name: 12, trigger: Event}]                  | line 1, column 16: 'flows[0].name' must be a string
            flows: [null]                                        | 'flows[0]' must be an object
            flows: [{name: ab}]                                  | Value null at 'flows[0].trigger' failed to satisfy constraint: Member must not be null
            flows: [{name: a b, trigger: Event}]                 | Value 'a b' at 'flows[0].name' failed to satisfy constraint: Member must satisfy regular expression pattern: PATTERN
            connectorProfiles: [{name: a, account: '1'}]         | Value '1' at 'connectorProfiles[0].account'
            connectorProfiles: [{name: a}, {name: b}, {name: a}] | connectorProfiles[2]: 'a' is there twice in account 123456789012, region us-east-1
            flows: [{name: ab, name: ab, trigger: Event}]        | line 1, column 24: Duplicate field 'name'
            """)
    void a_wrong_file_is_refused_with_place_and_reason(String content, String reason) {
        assertThatThrownBy(() -> read("state.yaml", content + "\n"))
                .isInstanceOf(FormFileException.class)
                .hasMessageStartingWith("State file " + folder.resolve("state.yaml") + ": ")
                .hasMessageContaining(reason.replace("PATTERN", ContractDocument.flowNamePattern()))
                .message()
                .doesNotContain("\n", "com.fasterxml", "io.github");
    }

    @Test
    void all_that_is_wrong_is_told_at_once_but_not_endlessly() {
        String flows = "flows: [" + "{name: a b, trigger: Event}, ".repeat(30) + "]\n";

        assertThatThrownBy(() -> read("state.yaml", flows))
                .hasMessageContaining("30 validation errors detected: Value 'a b' at 'flows[0].name'")
                .hasMessageContaining("'flows[19].name'")
                .hasMessageEndingWith("; and more")
                .message()
                .doesNotContain("flows[20]");
    }

    @Test
    void what_is_named_again_and_again_is_one_text() throws IOException {
        State state = read("state.yaml", """
                connectorProfiles: [{name: crm}, {name: lake, region: us-east-1}]
                flows:
                - {name: one, trigger: Event, source: crm, destinations: [lake]}
                - {name: two, trigger: Event, source: lake, destinations: [lake]}
                - {name: three, trigger: Event, destinations: [lake, crm]}
                """);

        String lake = state.profiles().get(1).id().name();
        assertThat(state.flows().get(0).destinations())
                .isSameAs(state.flows().get(1).destinations());
        assertThat(state.flows().get(1).source()).isSameAs(lake);
        assertThat(state.flows().get(2).destinations().get(0)).isSameAs(lake);
        assertThat(state.flows())
                .extracting(flow -> flow.id().scope())
                .allMatch(scope -> scope == state.profiles().get(0).id().scope());
    }

    @ParameterizedTest
    @ValueSource(strings = {"state.yaml", "state.json"})
    void a_file_of_many_megabytes_is_read(String name) throws IOException {
        int flows = 50_000;
        StringBuilder content = new StringBuilder("{\"flows\": [");
        for (int i = 0; i < flows; i++) {
            content.append(i == 0 ? "" : ",\n")
                    .append("{\"name\": \"a-long-name-of-a-flow-")
                    .append(i)
                    .append("\", \"trigger\": \"Scheduled\", \"source\": \"crm\", \"destinations\": [\"lake\"]}");
        }

        assertThat(read(name, content.append("]}").toString()).flows()).hasSize(flows);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4_095, 4_096, 8_191, 9_998})
    void one_that_is_there_twice_is_told_with_its_place_wherever_it_is(int first) {
        String again = "{\"name\": \"flow-%d\", \"trigger\": \"Event\"}, ".formatted(first);

        assertThatThrownBy(() -> read("state.json", "{\"flows\": [" + flows(9_999) + again + again + flow(0) + "]}"))
                .hasMessageEndingWith("flows[9999]: 'flow-%d' is there twice in %s".formatted(first, HERE));
    }

    @Test
    void the_first_that_is_there_twice_is_told_whichever_array_comes_first() {
        String profiles = "connectorProfiles: [{name: a}, {name: a}]\n";
        String flows = "flows: [{name: ab, trigger: Event}, {name: ab, trigger: Event}]\n";

        assertThatThrownBy(() -> read("state.yaml", profiles + flows))
                .hasMessageContaining("connectorProfiles[1]: 'a'");
        assertThatThrownBy(() -> read("state.yaml", flows + profiles)).hasMessageContaining("flows[1]: 'ab'");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4_095, 4_096, 9_000})
    void one_that_is_broken_is_told_with_its_place_wherever_it_is(int before) {
        String broken = "{\"name\": \"a b\", \"trigger\": \"Event\"}, ";

        assertThatThrownBy(() -> read("state.json", "{\"flows\": [" + flows(before) + broken + flow(before) + "]}"))
                .hasMessageContaining(": 1 validation error detected: Value 'a b' at 'flows[%d].name'", before);
    }

    private static String flows(int count) {
        return IntStream.range(0, count).mapToObj(i -> flow(i) + ", ").collect(Collectors.joining());
    }

    private static String flow(int number) {
        return "{\"name\": \"flow-%d\", \"trigger\": \"Event\"}".formatted(number);
    }

    @Test
    void it_tells_how_far_it_is() throws IOException {
        Path path = Files.writeString(folder.resolve("state.yaml"), "connectorProfiles: [{name: crm}]\n");
        StateFile file = new StateFile(path, HERE, VALIDATOR);
        assertThat(file.progress()).isEqualTo("Reading the state: 0 profiles and 0 flows");

        file.read();

        assertThat(file.progress()).isEqualTo("Reading the state: 1 profiles and 0 flows");
    }

    @Test
    void broken_json_is_told_with_its_place() {
        assertThatThrownBy(() -> read("state.json", "{\"flows\": ["))
                .hasMessageContaining("line 1, column")
                .message()
                .doesNotContain("Source", "REDACTED");
    }

    @Test
    void two_documents_are_refused() {
        assertThatThrownBy(() -> read("state.yaml", "flows: []\n---\nflows: []\n"))
                .hasMessageContaining("has more than one document");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "---\n"})
    void an_empty_file_is_refused(String content) {
        assertThatThrownBy(() -> read("state.yaml", content)).hasMessageContaining("is empty");
    }

    @Test
    void a_file_that_is_no_text_is_refused() throws IOException {
        Path file = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> new StateFile(file, HERE, VALIDATOR).read())
                .hasMessage("State file " + file + ": is not UTF-8 text");
    }

    @Test
    void a_missing_file_is_refused() {
        assertThatThrownBy(() -> new StateFile(folder.resolve("none.yaml"), HERE, VALIDATOR).read())
                .hasMessage("State file " + folder.resolve("none.yaml") + ": does not exist");
    }

    @Test
    void a_folder_is_refused() {
        assertThatThrownBy(() -> new StateFile(folder, HERE, VALIDATOR).read())
                .hasMessageStartingWith("State file " + folder + ": cannot be read");
    }

    private State read(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return new StateFile(file, HERE, VALIDATOR).read();
    }
}
