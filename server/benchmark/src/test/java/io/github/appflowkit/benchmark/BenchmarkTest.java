package io.github.appflowkit.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every part of a measurement, as short as can be: against a handler that answers all with the same bytes. */
class BenchmarkTest {
    private static final Call ANSWERED = Call.stopFlow("any", 200);
    private static final Call NOT_ANSWERED_SO = Call.stopFlow("any", 404);

    @TempDir
    private static Path folder;

    private static Project project;
    private static RunningTarget server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        project = new Project(folder);
        server = RunningTarget.start(Target.bareGrizzly(project), project);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_server_is_known_by_its_start_and_its_memory() {
        assertThat(server.start()).isPositive();
        assertThat(server.residentBytes()).isBetween(10_000_000L, 10_000_000_000L);
    }

    @Test
    void a_server_that_ends_at_once_is_told_with_its_log() {
        Target broken = new Target("broken", List.of(project.java(), "-version"), folder, "", ANSWERED);

        assertThatThrownBy(() -> RunningTarget.start(broken, project))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageStartingWith("broken does not answer as it should, see ")
                .hasMessageEndingWith("broken.log");
    }

    @Test
    void what_is_not_installed_is_noted_with_how_it_is() {
        Target missing = new Target("Missing", List.of(), folder.resolve("missing"), "install it", ANSWERED);
        Table table = new Table();

        assertThat(Servers.installed(List.of(missing, server.target()), table)).containsExactly(server.target());
        assertThat(shown(table)).contains("not measured: Missing, since " + folder.resolve("missing"), "install it");
    }

    @Test
    void a_load_counts_what_is_answered_as_it_should_be() {
        assumeThat(Project.onPath("wrk")).exists();

        assertThat(new Load(project, 2).on(server.port(), ANSWERED, 1).perSecond())
                .isPositive();
        assertThatThrownBy(() -> new Load(project, 2).on(server.port(), NOT_ANSWERED_SO, 1))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageStartingWith("Not every answer is a 404");
    }

    @Test
    void a_pace_takes_the_time_of_answers() {
        assertThat(new Pace(2, 100).on(server, 1).p99Micros()).isBetween(1.0, 10e6);
    }

    @Test
    void a_connection_that_is_kept_is_answered_twice() {
        assertThatCode(() -> Probe.requireKept(server.port(), ANSWERED)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Probe.requireKept(server.port(), NOT_ANSWERED_SO))
                .isInstanceOf(IOException.class)
                .hasMessage("an answer has the status 200 instead of 404");
    }

    @Test
    void recorded_requests_are_sent_again() throws IOException {
        Path recording = Files.writeString(folder.resolve("exchanges.jsonl"), """
            {"setup": "put", "outcome": {}}
            {"request": {"method": "POST", "target": "/stop-flow", "body": "{}"}, "outcome": {"sent":
             [["Host", "h"], ["Content-Length", "2"], ["Authorization", "***"], ["Accept", "*/*"]]}}
            {"request": {"method": "POST", "target": "/stop-flow", "body": "{}"}, "outcome": {"sent":
             [["Transfer-Encoding", "chunked"]]}}
            {"request": {"method": "GET", "target": "/x?y", "bodyBase64": "AA=="}, "outcome": {}}
            """.replace("\n [", " ["));
        Path requests = folder.resolve("requests");
        RecordedRequests.write(recording, requests);

        assertThat(Files.readString(requests, StandardCharsets.ISO_8859_1))
                .contains("Accept")
                .doesNotContain("Host", "Content-Length", "Transfer-Encoding", "Authorization");
        assertThat(Resending.of(requests, server.port(), 2, project).seconds()).isPositive();
        Timed nowhere = Resending.of(requests, 1, 1, project);
        assertThatThrownBy(nowhere::seconds)
                .isInstanceOf(BenchmarkException.class)
                .hasMessageMatching("its requests x 1 does not end as it should, see .*resending.log");
    }

    @Test
    void a_table_is_shown_as_markdown_and_kept_with_all_figures() throws IOException {
        Table table = new Table();
        table.add(new Row("speed", "peer", new Series(List.of(1.0, 3.0)), new Series(List.of(2.0, 4.0))));

        assertThat(shown(table))
                .contains("| speed | 2.00 (1.00–3.00) | peer: 3.00 (2.00–4.00) | 0.625 (0.500–0.750) |");
        JsonNode kept =
                new JsonMapper().readTree(project.results().resolve("test.json").toFile());
        assertThat(kept.at("/rows/0/ratios/1").asDouble()).isEqualTo(0.75);
    }

    private static String shown(Table table) {
        StringWriter out = new StringWriter();
        assertThatCode(() -> table.show("test", project, new PrintWriter(out))).doesNotThrowAnyException();
        return out.toString();
    }
}
