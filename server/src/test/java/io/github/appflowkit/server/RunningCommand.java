package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;

/** The command, running in a thread of its own as within another program. */
final class RunningCommand implements AutoCloseable {
    private final StringWriter err = new StringWriter();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final Thread thread;
    private final String firstLine;

    private RunningCommand(String... args) throws IOException {
        ToolProvider tool = ToolProvider.findFirst("appflow-server").orElseThrow();
        PipedWriter out = new PipedWriter();
        BufferedReader lines = new BufferedReader(new PipedReader(out));
        thread = new Thread(() -> {
            try (PrintWriter writer = new PrintWriter(out)) {
                exit.complete(tool.run(writer, new PrintWriter(err, true), args));
            } catch (RuntimeException e) {
                exit.completeExceptionally(e);
            }
        });
        thread.start();
        firstLine = lines.readLine();
    }

    static RunningCommand start(String... args) throws IOException {
        RunningCommand command = new RunningCommand(args);
        assertThat(command.firstLine)
                .as(command.err.toString())
                .startsWith("AppFlow reference server listening on http://");
        return command;
    }

    URI uri() {
        return URI.create(firstLine.substring(firstLine.lastIndexOf(' ') + 1));
    }

    int stop() {
        thread.interrupt();
        return exit.orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        stop();
    }
}
