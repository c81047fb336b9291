package io.github.appflowkit.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A run of the suite as users get it, by its launcher, and the requests that it sends.
 *
 * @param command what starts the launcher
 * @param ids the rules that it judges by
 * @param scenarios how many scenarios they have
 * @param requests the requests, for {@link Resending}
 */
record SuiteRun(
        Project project, RunningTarget server, List<String> command, List<String> ids, int scenarios, Path requests) {
    /**
     * Judges a server once, with a recording.
     *
     * @param rules the ids of the rules to judge by; empty for all
     */
    static SuiteRun against(RunningTarget server, Project project, List<String> rules) throws IOException {
        Path folder = project.results().resolve("suite");
        List<String> command = new ArrayList<>(List.of(
                project.path("conformance/bin/appflow-conformance").toString(),
                "run",
                "--strict",
                "--endpoint",
                "http://127.0.0.1:" + server.port(),
                "--report-dir",
                folder.resolve("report").toString()));
        rules.forEach(rule -> command.addAll(List.of("--rule", rule)));
        Path recording = folder.resolve("recording");
        timed(project, command, "--record", recording.toString()).seconds();

        JsonNode report =
                new JsonMapper().readTree(folder.resolve("report/report.json").toFile());
        List<JsonNode> judged =
                StreamSupport.stream(report.path("rules").spliterator(), false).toList();
        Path requests = folder.resolve("requests-" + judged.size());
        RecordedRequests.write(recording.resolve("exchanges.jsonl"), requests);
        return new SuiteRun(
                project,
                server,
                command,
                judged.stream().map(rule -> rule.path("id").asText()).toList(),
                judged.stream().mapToInt(rule -> rule.path("scenarios").asInt()).sum(),
                requests);
    }

    /** The run, so often in one process. */
    Timed timed(int times) {
        return timed(project, command, "--repeat", String.valueOf(times));
    }

    /** The same requests, sent by as many threads as the suite has, so often in one process. */
    Timed requestsAlone(int times) {
        return Resending.of(requests, server.port(), times, project);
    }

    private static Timed timed(Project project, List<String> command, String... more) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(List.of(more));
        return new Timed(
                "the suite with " + String.join(" ", more),
                longer,
                project.results().resolve("suite.log"));
    }
}
