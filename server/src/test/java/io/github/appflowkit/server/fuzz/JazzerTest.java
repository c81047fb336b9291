package io.github.appflowkit.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.http.ChunkFuzz;
import io.github.appflowkit.server.http.HeadFuzz;
import io.github.appflowkit.server.http.json.BodyFuzz;
import io.github.appflowkit.server.http.json.NameFuzz;
import io.github.appflowkit.server.http.state.DocumentFuzz;
import io.github.appflowkit.server.signature.SignatureFuzz;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes the inputs that are kept, and searches for others that are not taken as they have to be: {@code
 * -Djazzer.seconds=300} says for how long, a target.
 */
class JazzerTest {
    private static final Path INPUTS = Path.of("src", "test", "resources", "fuzz");
    private static final Duration PLANTED = Duration.ofSeconds(60);

    static List<Class<?>> targets() {
        return List.of(
                BodyFuzz.class,
                NameFuzz.class,
                DocumentFuzz.class,
                SignatureFuzz.class,
                HeadFuzz.class,
                ChunkFuzz.class);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void inputs_that_are_kept_are_taken_as_they_have_to_be(Class<?> target) throws Exception {
        List<Path> inputs;
        try (Stream<Path> files = Files.list(inputs(target))) {
            inputs = files.sorted().toList();
        }
        assertThat(inputs).isNotEmpty();
        for (Path input : inputs) {
            take(target, input);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "jazzer.seconds", matches = "[0-9]+", disabledReason = "no time was given")
    void a_planted_defect_is_found() throws Exception {
        JazzerRun run = JazzerRun.of(PlantedFuzz.class, Path.of("target", "jazzer", "none"), PLANTED);
        assertThat(run.finding()).contains("Flaw: The planted defect is found");
        assertThat(run.runs()).isPositive();
        assertThat(run.covered()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("targets")
    @EnabledIfSystemProperty(named = "jazzer.seconds", matches = "[0-9]+", disabledReason = "no time was given")
    void a_search_finds_nothing(Class<?> target) throws Exception {
        Duration time = Duration.ofSeconds(Long.getLong("jazzer.seconds"));
        JazzerRun run = JazzerRun.of(target, inputs(target), time);
        System.out.println(run);
        assertThat(run.finding()).isEmpty();
        assertThat(run.runs()).isPositive();
    }

    private static Path inputs(Class<?> target) {
        return INPUTS.resolve(target.getSimpleName());
    }

    private static void take(Class<?> target, Path input) throws IOException, ReflectiveOperationException {
        try {
            target.getMethod("fuzzerTestOneInput", byte[].class).invoke(null, (Object) Files.readAllBytes(input));
        } catch (InvocationTargetException e) {
            throw new AssertionError("It fails for " + input, e.getCause());
        }
    }
}
