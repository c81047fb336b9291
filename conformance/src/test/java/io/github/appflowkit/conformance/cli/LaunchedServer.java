package io.github.appflowkit.conformance.cli;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The packaged reference server as a process of its own, which its launcher starts. */
final class LaunchedServer implements AutoCloseable {
    private final Process process;
    private final URI url;
    private final Semaphore logged = new Semaphore(0);

    private LaunchedServer(Process process) throws IOException {
        this.process = process;
        String line = process.inputReader().readLine();
        if (line == null) {
            throw new AssertionError("The server did not start: "
                    + new String(process.getErrorStream().readAllBytes()));
        }
        this.url = URI.create(line.substring(line.lastIndexOf(' ') + 1));
        Thread reader =
                new Thread(() -> process.errorReader().lines().forEach(entry -> logged.release()), "server-log");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts one on any port, without logs, and as quickly as may be: it serves for seconds. */
    static LaunchedServer start(List<String> options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("../server/bin/appflow-server", "--port", "0", "--log-level", "off"));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("APPFLOW_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        return new LaunchedServer(builder.start());
    }

    URI url() {
        return url;
    }

    /** Waits until it has logged so many lines: with an access log, one for every request. */
    void awaitLines(int count) throws InterruptedException {
        if (!logged.tryAcquire(count, 60, TimeUnit.SECONDS)) {
            throw new AssertionError("The server has not logged " + count + " lines");
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The server does not end");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
