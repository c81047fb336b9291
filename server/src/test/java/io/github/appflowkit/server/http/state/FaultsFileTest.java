package io.github.appflowkit.server.http.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.server.TestServer;
import io.github.appflowkit.server.control.Calls;
import io.github.appflowkit.server.control.FaultPlan;
import io.github.appflowkit.server.control.Operation;
import io.github.appflowkit.server.http.json.ContractValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsFileTest {
    @TempDir
    private Path folder;

    @Test
    void faults_are_read_in_order() throws IOException {
        List<FaultPlan> plans = read("faults.yaml", """
                faults:
                  - operation: StopFlow
                    share: 0.1
                    error: ThrottlingException
                    untilReset: true
                  - name: crm
                    delayMillis: 50
                    connection: Cut
                """);

        assertThat(plans)
                .extracting(FaultPlan::calls)
                .containsExactly(
                        new Calls(Operation.STOP_FLOW, null, null, null),
                        new Calls(null, "crm", TestServer.DEFAULTS.account(), TestServer.DEFAULTS.region()));
        assertThat(plans).extracting(FaultPlan::times).containsExactly(FaultPlan.UNTIL_RESET, 1);
    }

    @Test
    void a_file_in_json_is_read_as_such() throws IOException {
        assertThat(read("faults.json", "{\"faults\":[{\"connection\":\"Truncate\"}]}"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {faults: [{error: Nope}]}                       | line 1, column 19: 'faults[0].error' must be one of [AccessDeniedException,
            {faults: [{delayMillis: 1}, {name: ab}]}        | faults[1]: A fault has an error, delayMillis, or a connection.
            {faults: [{delayMillis: 1, share: 7}]}          | 1 validation error detected: Value '7.0' at 'faults[0].share' failed to satisfy
            {faults: [{delayMilis: 1}]}                     | line 1, column 25: 'faults[0].delayMilis' is not known; known are [account,
            {}                                              | 1 validation error detected: Value null at 'faults' failed to satisfy
            """)
    void what_is_wrong_is_told_with_its_place(String text, String message) {
        assertThatThrownBy(() -> read("faults.yaml", text))
                .isInstanceOf(FormFileException.class)
                .hasMessageStartingWith("Faults file " + folder.resolve("faults.yaml") + ": " + message);
    }

    private List<FaultPlan> read(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return new FaultsFile(file, TestServer.DEFAULTS).read(new ContractValidator());
    }
}
