package io.github.appflowkit.server.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run of Jazzer found. It has a process of its own, whose classes it rewrites to see which inputs reach new code.
 *
 * @param covered the places in the code that were reached
 * @param features those, told apart by how often they were
 * @param finding what the target did wrong, or empty
 * @see <a href="https://github.com/CodeIntelligenceTesting/jazzer/blob/main/docs/advanced.md">Jazzer's options</a>
 */
record JazzerRun(String target, long runs, long covered, long features, String finding, Path folder) {
    private static final String INSTRUMENTED =
            "io.github.appflowkit.**:com.fasterxml.jackson.core.**:org.yaml.snakeyaml.**";
    private static final int MAX_BYTES = 2_048;
    private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+) ft: (\\d+)");
    private static final Pattern RUNS = Pattern.compile("stat::number_of_executed_units: (\\d+)");
    private static final Pattern FINDING = Pattern.compile("== Java Exception: .*|ERROR: libFuzzer: .*");

    /** Searches for so long, or until something is found, from the inputs that are in a folder. */
    static JazzerRun of(Class<?> target, Path seeds, Duration time) throws IOException, InterruptedException {
        Path folder = Path.of("target", "jazzer", target.getSimpleName());
        Files.createDirectories(folder.resolve("corpus"));
        Files.createDirectories(seeds);
        Path log = folder.resolve("log.txt");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=" + INSTRUMENTED,
                "--custom_hook_includes=" + INSTRUMENTED,
                "--mutator_framework=false",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-max_total_time=" + time.toSeconds(),
                "-max_len=" + MAX_BYTES,
                "-timeout=60",
                "-print_final_stats=1",
                folder.resolve("corpus").toString(),
                seeds.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(log, StandardCharsets.ISO_8859_1);
        return new JazzerRun(
                target.getSimpleName(),
                Long.parseLong(last(RUNS, said, 1)),
                Long.parseLong(last(COVERAGE, said, 1)),
                Long.parseLong(last(COVERAGE, said, 2)),
                process.exitValue() == 0 ? "" : "exit " + process.exitValue() + " " + last(FINDING, said, 0),
                folder);
    }

    private static String last(Pattern pattern, String text, int group) {
        String last = "0";
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            last = matcher.group(group);
        }
        return last;
    }

    @Override
    public String toString() {
        return "%s: %d runs, %d places and %d features covered, %s"
                .formatted(
                        target,
                        runs,
                        covered,
                        features,
                        finding.isEmpty() ? "nothing found" : finding + " (see " + folder + ")");
    }
}
