package io.github.appflowkit.conformance.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A command line that runs in this process, with surroundings of its own, and what came of it. */
final class CommandRun {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path folder;
    private Map<String, String> variables = Map.of();
    private boolean terminal;
    private String today = "2026-06-15";

    /** Creates one that writes its reports to a folder. */
    CommandRun(Path folder) {
        this.folder = folder;
    }

    CommandRun variables(Map<String, String> values) {
        variables = values;
        return this;
    }

    CommandRun onTerminal() {
        terminal = true;
        return this;
    }

    CommandRun on(String day) {
        today = day;
        return this;
    }

    /** Runs {@code run} with options, and gives the exit code. */
    int run(Object... options) {
        List<String> args = new ArrayList<>(List.of("run", "--report-dir", folder.toString()));
        List.of(options).forEach(option -> args.add(option.toString()));
        return execute(args.toArray());
    }

    /** Runs any command, and gives the exit code. */
    int execute(Object... args) {
        Surroundings surroundings = new Surroundings(
                variables, Clock.fixed(Instant.parse(today + "T12:00:00Z"), ZoneOffset.UTC), folder, terminal, false);
        return Main.run(
                surroundings,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                List.of(args).stream().map(Object::toString).toArray(String[]::new));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** The verdicts of the report, by rule. */
    Map<String, String> verdicts() throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        report().path("rules")
                .forEach(rule -> verdicts.put(
                        rule.path("id").asText(), rule.path("verdict").asText()));
        return verdicts;
    }

    /** The report. */
    JsonNode report() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(folder.resolve("report.json").toFile());
    }
}
