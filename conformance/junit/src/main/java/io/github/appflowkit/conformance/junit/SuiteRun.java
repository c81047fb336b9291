package io.github.appflowkit.conformance.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** One run of the suite, in a thread of its own, so that nothing of the suite stays behind in the caller's. */
final class SuiteRun {
    private static final int USAGE = 2;
    /** Lists what could not be removed from the endpoint; the suite's clean-up command needs it. */
    private static final String LEDGER = "ledger.jsonl";

    private SuiteRun() {}

    /** Runs, and gives what was found. */
    static ConformanceResult of(List<String> arguments, Optional<Path> reportDir) {
        SuiteJar suite = SuiteJar.load();
        Path folder = reportDir.orElseGet(SuiteRun::temporaryFolder);
        try {
            return result(apply(suite, arguments, folder));
        } finally {
            if (reportDir.isEmpty() && !Files.exists(folder.resolve(LEDGER))) {
                delete(folder);
            }
        }
    }

    private static Map<String, Object> apply(SuiteJar suite, List<String> arguments, Path folder) {
        FutureTask<Map<String, Object>> run =
                new FutureTask<>(() -> suite.entry().apply(arguments, folder));
        Thread thread = new Thread(run, "appflow-conformance");
        thread.setContextClassLoader(suite.loader());
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = awaitEnd(thread);
        try {
            if (interrupted) {
                Thread.currentThread().interrupt();
                throw new CancellationException("the run was interrupted");
            }
            return run.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the suite itself failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the run was interrupted");
        }
    }

    /** Waits until the thread has ended, also when the caller is interrupted, for it has to clean up. */
    private static boolean awaitEnd(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
                thread.interrupt();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static ConformanceResult result(Map<String, Object> found) {
        int exitCode = (Integer) found.get("exitCode");
        String console = (String) found.get("console");
        List<Map<String, String>> rules = (List<Map<String, String>>) found.get("rules");
        if (exitCode == USAGE || exitCode == 0 && rules.isEmpty()) {
            throw new IllegalArgumentException(exitCode == USAGE ? console : "nothing was judged: " + console);
        }
        return new ConformanceResult(
                exitCode, rules.stream().map(SuiteRun::rule).toList(), console);
    }

    private static RuleVerdict rule(Map<String, String> rule) {
        return new RuleVerdict(
                rule.get("id"),
                rule.get("feature"),
                rule.get("sentence"),
                rule.get("level"),
                Verdict.of(rule.get("verdict")),
                Boolean.parseBoolean(rule.get("fails")),
                rule.get("reason"),
                rule.get("failure"));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("appflow-conformance-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
