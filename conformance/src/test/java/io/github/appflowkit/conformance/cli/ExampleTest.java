package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The workflow for GitHub Actions that users copy. */
class ExampleTest {
    private static final String PROGRAM = "bin/appflow-conformance ";

    private List<String> commands;

    @BeforeEach
    void read() throws IOException {
        JsonNode workflow = YAMLMapper.builder()
                .build()
                .readTree(Path.of("examples/github-actions.yml").toFile());
        commands = workflow.path("jobs").path("conformance").path("steps").findValuesAsText("run");
    }

    @Test
    void the_suite_knows_every_option_that_it_uses() {
        List<String> arguments = commands.stream()
                .filter(command -> command.contains(PROGRAM))
                .map(command -> command.substring(command.indexOf(PROGRAM) + PROGRAM.length()))
                .toList();
        assertThat(arguments).hasSize(1);

        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine.ParseResult parsed = Main.command(
                        Surroundings.ofProcess(false), Sources.ARGUMENTS, nowhere, nowhere)
                .parseArgs(arguments.get(0).split(" "));
        assertThat(parsed.subcommand().matchedOptions()).hasSizeGreaterThan(2);
    }

    @Test
    void the_suite_writes_the_report_that_it_shows(@TempDir Path folder) throws IOException {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Main.run(nowhere, nowhere, "run", "--rule", "stop-flow.unknown-refused", "--report-dir", folder.toString());

        List<String> shown = commands.stream()
                .flatMap(command -> Pattern.compile("conformance-report/(\\S+)")
                        .matcher(command)
                        .results()
                        .map(name -> name.group(1)))
                .toList();
        assertThat(shown)
                .isNotEmpty()
                .allSatisfy(report -> assertThat(folder.resolve(report)).exists());
    }
}
