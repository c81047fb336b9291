package io.github.appflowkit.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that does its work and ends.
 *
 * @param name what it is called in messages
 * @param command what starts it
 * @param log what it says
 */
record Timed(String name, List<String> command, Path log) {
    private static final int PATIENCE_MINUTES = 10;

    /** From its start to its end. */
    double seconds() {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("APPFLOW_"));
        long begin = System.nanoTime();
        Process process = start(builder);
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new BenchmarkException("%s does not end as it should, see %s".formatted(name, log));
            }
            return (System.nanoTime() - begin) / 1e9;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new BenchmarkException(name + " does not start: " + e.getMessage());
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
