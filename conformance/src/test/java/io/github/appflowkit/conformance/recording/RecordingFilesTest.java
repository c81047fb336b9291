package io.github.appflowkit.conformance.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.setup.Access;
import io.github.appflowkit.conformance.setup.NoSetup;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.CannedEndpoint;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a recording holds, and what is told of a file that is none. */
class RecordingFilesTest {
    @TempDir
    private Path folder;

    @Test
    void a_secret_that_an_endpoint_repeats_is_not_kept(@TempDir Path other) throws IOException {
        Request request = new Request("POST", "/stop-flow", List.of(), null, "us-east-1").withBody("echoed-secret");
        try (CannedEndpoint endpoint =
                        CannedEndpoint.answering("HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\nechoed-secret");
                HttpSender sender = new HttpSender(Recordings.target(endpoint.url()), Optional.empty());
                Recorder recorder = Recorder.into(
                        other.resolve("recording"),
                        Recordings.manifest(sender.target(), false, "none", List.of(), 1),
                        Access.live(sender, new NoSetup()),
                        List.of("echoed-secret"))) {
            assertThat(recorder.sender("one").sendRaw(request).whole()).isPresent();
        }

        assertThat(other.resolve("recording").resolve("exchanges.jsonl"))
                .content()
                .doesNotContain("echoed-secret");
    }

    @Test
    void an_exchange_is_read_back_byte_for_byte() {
        byte[] binary = {0, (byte) 0xff, 10, (byte) 0xc3, 0x28};
        var request = new Request("POST", "/stop-flow?x=1&y", List.of(), null, "us-east-1")
                .withHeader("X-Odd", "a\tb")
                .withBody(binary);
        var answer = new Answer("HTTP/1.0", 599, List.of(new Header("b", "1"), new Header("B", "")), binary);
        Exchange exchange = new Exchange(request, request.headers(), answer, null, 17);

        Exchange again = ExchangeJson.exchange(request, ExchangeJson.outcome(exchange));

        assertThat(again).usingRecursiveComparison().isEqualTo(exchange);
        assertThat(ExchangeJson.of(request).path("bodyBase64").asText()).isEqualTo("AP8Kwyg=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"scenario\":\"a\"}", "{\"end\":{}}", "{\"flows\":1}", "\u00fe", ""})
    void a_line_that_belongs_to_no_recording_is_told_with_its_place(String line) throws IOException {
        recordOneRule();
        long lines = Files.lines(Recordings.exchanges(folder)).count();
        Recordings.edit(folder, text -> text + line + "\n");

        assertThatThrownBy(() -> Replay.of(folder))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith(Recordings.exchanges(folder) + ":" + (lines + 1) + ": ");
    }

    @Test
    void a_line_that_was_cut_is_told_with_its_place() throws IOException {
        recordOneRule();
        Recordings.edit(folder, text -> text.lines().findFirst().orElseThrow().substring(0, 40));

        assertThatThrownBy(() -> Replay.of(folder))
                .hasMessageStartingWith(
                        Recordings.exchanges(folder) + ":1: is no line of a recording, or a part of one: ");
    }

    @Test
    void another_folder_is_no_recording_and_is_not_written_over() throws IOException {
        recordOneRule();
        Files.writeString(folder.resolve("manifest.json"), "{\"kind\": \"web-app\"}");

        assertThatThrownBy(() -> Replay.of(folder))
                .hasMessage(folder.resolve("manifest.json")
                        + " is not the manifest of a recording: its kind is not appflow-conformance-recording");
        assertThatThrownBy(() -> Recorder.check(folder))
                .hasMessage(folder + " holds something else than a recording: give a new or an empty folder");
    }

    private void recordOneRule() throws IOException {
        Recordings.record(new RightEndpoint(), Recordings.CATALOGUE.matching("stop-flow.again"), folder);
    }
}
