package io.github.appflowkit.conformance.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.conformance.file.InvalidFileException;
import io.github.appflowkit.conformance.setup.Ledger.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    private static final Ledger.Way WAY = new Ledger.Way(URI.create("http://localhost:1"), "api", null);

    @TempDir
    private Path folder;

    @Test
    void what_is_made_stands_in_the_file_until_it_is_removed() throws IOException {
        Path file = folder.resolve("ledger.jsonl");
        try (Ledger ledger = Ledger.open(file)) {
            assertThat(file).doesNotExist();

            ledger.making(WAY, "us-east-1", Kind.FLOW, "nightly", null);
            ledger.making(WAY, "us-east-1", Kind.CONNECTOR_PROFILE, "sales", null);
            assertThat(Files.readAllLines(file))
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("\"endpoint\":\"http://localhost:1\"", "\"region\":\"us-east-1\"", "\"kind\":\"flow\"")
                    .contains("\"name\":\"nightly\"", "\"rung\":\"api\"", "\"time\":\"2");

            ledger.removed(WAY, "us-east-1", Kind.FLOW, "nightly");
            assertThat(Ledger.open(file).left()).extracting(Ledger.Entry::name).containsExactly("sales");

            ledger.removed(WAY, "us-east-1", Kind.CONNECTOR_PROFILE, "sales");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void what_an_earlier_run_left_stays_noted_after_a_run_that_leaves_nothing() throws IOException {
        Path file = folder.resolve("ledger.jsonl");
        Ledger.open(file).making(WAY, "us-east-1", Kind.FLOW, "old", null);

        try (Ledger ledger = Ledger.open(file)) {
            assertThat(ledger.leftovers()).isEqualTo(1);
            ledger.making(WAY, "us-east-1", Kind.FLOW, "new", null);
            ledger.removed(WAY, "us-east-1", Kind.FLOW, "new");
        }

        assertThat(Ledger.open(file).left()).extracting(Ledger.Entry::name).containsExactly("old");
    }

    @Test
    void a_last_line_that_was_cut_is_left_out_and_spoils_nothing() throws IOException {
        Path file = folder.resolve("ledger.jsonl");
        Ledger.open(file).making(WAY, "us-east-1", Kind.FLOW, "old", null);
        Files.writeString(file, "{\"time\":\"2030", StandardOpenOption.APPEND);

        Ledger.open(file).making(WAY, "us-east-1", Kind.FLOW, "new", null);

        assertThat(Ledger.open(file).left()).extracting(Ledger.Entry::name).containsExactly("old", "new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"time\":\"2030", "{\"time\":\"2030-01-01T00:00:00Z\",\"endpoint\":\"http://lo"})
    void a_ledger_of_one_line_that_was_cut_is_empty_and_tells_it(String line) throws IOException {
        Path file = Files.writeString(folder.resolve("ledger.jsonl"), line);

        try (Ledger ledger = Ledger.open(file)) {
            assertThat(ledger.left()).isEmpty();
            assertThat(ledger.cut()).get().asString().contains("The last line of " + file + " was cut");
        }
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON",
                "{}",
                "{\"kind\": \"flow\", \"name\": \"x\", \"endpoint\": \"y\"}",
                "[]\n[]",
                "{\"name\""
            })
    void another_file_is_no_ledger(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("ledger.jsonl"), text);

        assertThatThrownBy(() -> Ledger.open(file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(file + ": line 1 is no line of a ledger");
        assertThat(file).hasContent(text);
    }

    @Test
    void nothing_is_made_that_cannot_be_noted() {
        Ledger ledger = Ledger.open(folder.resolve("missing/ledger.jsonl"));

        assertThatThrownBy(() -> ledger.making(WAY, "us-east-1", Kind.FLOW, "nightly", null))
                .isInstanceOf(Untestable.class)
                .hasMessageContaining("cannot be written to");
    }
}
