package io.github.appflowkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command that generates code in other languages. A build tries how it is used wrongly; {@code -Dgenerators=all}
 * generates too, which starts a Maven each time.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the command is a shell script")
class GenerateTest {
    private static final Path SCRIPT = Path.of("bin/generate").toAbsolutePath();
    private static final List<String> NOISE = List.of(
            ".openapi-generator",
            ".openapi-generator-ignore",
            "git_push.sh",
            ".travis.yml",
            ".gitlab-ci.yml",
            ".github",
            "appveyor.yml");

    @TempDir
    private Path folder;

    @BeforeEach
    void put_something_into_a_folder() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("full")).resolve("mine.txt"), "mine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                               | which generator?
            go-server                        | which folder?
            go-server full                   | full is not empty
            go-server full/mine.txt          | full/mine.txt is no folder
            go-server new --overwrite        | there is no option '--overwrite'
            go-server new other              | 'other' is one argument too many
            go-server new -- router          | 'router' is no option of a generator: write NAME=VALUE
            go-server new -- packageName=a,b | 'packageName=a,b' has a comma
            go-server /proc/new              | /proc/new cannot be made: name one where you may write
            """)
    void what_cannot_be_meant_is_told_in_a_line(String arguments, String told) throws Exception {
        Finished finished = generate(Map.of(), arguments);

        assertThat(finished.text()).startsWith("generate: " + told).hasLineCount(1);
        assertThat(finished.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void help_needs_no_maven() throws Exception {
        Finished finished = generate(Map.of("PATH", "/nowhere"), "--help");

        assertThat(finished.text()).startsWith("Usage: openapi/bin/generate GENERATOR FOLDER");
        assertThat(finished.exitCode()).isZero();
    }

    @Test
    void without_maven_it_says_what_to_install() throws Exception {
        Finished finished = generate(Map.of("PATH", "/nowhere"), "go-server new");

        assertThat(finished.text())
                .startsWith("generate: there is no mvn on the PATH: install Maven")
                .hasLineCount(1);
        assertThat(finished.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aspnetcore",
                "csharp",
                "go",
                "go-server",
                "java",
                "nodejs-express-server",
                "python",
                "python-fastapi",
                "python-flask",
                "rust",
                "rust-axum",
                "spring",
                "typescript-fetch"
            })
    void a_generator_makes_both_operations_and_nothing_to_clean_up(String generator) throws Exception {
        assumeTrue("all".equals(System.getProperty("generators")), "-Dgenerators=all");

        Finished finished = generate(Map.of(), generator + " new");

        assertThat(finished.exitCode()).as(finished.text()).isZero();
        Path made = folder.resolve("new");
        assertThat(NOISE).allSatisfy(name -> assertThat(made.resolve(name)).doesNotExist());
        try (Stream<Path> files = Files.walk(made)) {
            List<Path> sources = files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*\\.(ya?ml|json|md|jar)"))
                    .toList();
            assertThat(sources).noneMatch(file -> file.toString().matches("(?i).*(openapitools|openapi_client).*"));
            assertThat(sources).anyMatch(file -> names(file, "stop", "flow"));
            assertThat(sources).anyMatch(file -> names(file, "delete", "connector", "profile"));
            assertThat(sources).noneMatch(file -> content(file).contains("GIT_USER_ID"));
        }
    }

    @Test
    void a_generator_that_does_not_exist_is_told_with_those_of_a_like_name() throws Exception {
        assumeTrue("all".equals(System.getProperty("generators")), "-Dgenerators=all");

        Finished finished = generate(Map.of(), "go-sever new");

        assertThat(finished.text())
                .isEqualTo("generate: there is no generator 'go-sever'; is it one of go-server? --list prints all\n");
        assertThat(finished.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void an_option_that_a_generator_does_not_have_is_refused() throws Exception {
        assumeTrue("all".equals(System.getProperty("generators")), "-Dgenerators=all");

        Finished finished = generate(Map.of(), "nodejs-express-server new -- apiPackage=a severPort=1");

        assertThat(finished.text())
                .startsWith(
                        "generate: nodejs-express-server has no option 'severPort'; is it one of serverPort? it takes ")
                .hasLineCount(1);
        assertThat(finished.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void the_list_holds_every_generator_that_has_options_of_ours() throws Exception {
        assumeTrue("all".equals(System.getProperty("generators")), "-Dgenerators=all");
        List<String> ours = Files.readAllLines(Path.of("generators/options.txt")).stream()
                .filter(line -> line.matches("[a-z].*"))
                .map(line -> line.split(" ")[0])
                .toList();

        Finished finished = generate(Map.of(), "--list");

        assertThat(finished.text().lines()).containsAll(ours).isSorted();
        assertThat(ours).isNotEmpty();
    }

    @Test
    void what_is_the_users_own_is_kept_when_it_is_generated_again() throws Exception {
        assumeTrue("all".equals(System.getProperty("generators")), "-Dgenerators=all");
        Path full = folder.resolve("full");
        Files.writeString(full.resolve("README.md"), "mine");
        Files.writeString(full.resolve("Cargo.toml"), "replaced");
        Files.writeString(full.resolve(".openapi-generator-ignore"), "README.md\n");

        Finished finished = generate(Map.of(), "rust-axum full --force -- packageName=flows");

        assertThat(finished.exitCode()).as(finished.text()).isZero();
        assertThat(full.resolve("mine.txt")).hasContent("mine");
        assertThat(full.resolve("README.md")).hasContent("mine");
        assertThat(full.resolve(".openapi-generator-ignore")).hasContent("README.md");
        assertThat(content(full.resolve("Cargo.toml"))).contains("name = \"flows\"");
    }

    private static boolean names(Path file, String... words) {
        return content(file).matches("(?is).*" + String.join("[-_]?", words) + ".*");
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Finished generate(Map<String, String> environment, String arguments) throws Exception {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                                Stream.of(SCRIPT.toString()),
                                Stream.of(arguments.split(" ")).filter(word -> !word.isEmpty()))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as(arguments).isTrue();
        return new Finished(process.exitValue(), Files.readString(output));
    }

    private record Finished(int exitCode, String text) {}
}
