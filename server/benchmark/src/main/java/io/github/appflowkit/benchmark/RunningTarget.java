package io.github.appflowkit.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server that was started, and answers. */
final class RunningTarget implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int GRACE_SECONDS = 15;

    private final Target target;
    private final Process process;
    private final int port;
    private final Duration start;

    private RunningTarget(Target target, Process process, int port, Duration start) {
        this.target = target;
        this.process = process;
        this.port = port;
        this.start = start;
    }

    /** Starts a server, and waits for its first right answer. */
    static RunningTarget start(Target target, Project project) throws IOException, InterruptedException {
        Path log = project.results().resolve(target.name().replace(' ', '-') + ".log");
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(target.command(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        long begin = System.nanoTime();
        Process process = builder.start();
        try {
            while (!Probe.isAnswered(port, target.call())) {
                if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new BenchmarkException(
                            "%s does not answer as it should, see %s".formatted(target.name(), log));
                }
                TimeUnit.MILLISECONDS.sleep(1);
            }
            return new RunningTarget(target, process, port, Duration.ofNanos(System.nanoTime() - begin));
        } catch (InterruptedException | RuntimeException e) {
            end(process);
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Target target() {
        return target;
    }

    int port() {
        return port;
    }

    /** From the start of the process to its first right answer. */
    Duration start() {
        return start;
    }

    /** The bytes of memory that the process and those that it started have resident. */
    long residentBytes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToLong(RunningTarget::residentBytes)
                .sum();
    }

    private static long residentBytes(ProcessHandle process) {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException e) {
            throw new BenchmarkException("The memory of a process is only known on Linux: " + e.getMessage());
        }
    }

    @Override
    public String toString() {
        return target.name();
    }

    @Override
    public void close() {
        end(process);
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
