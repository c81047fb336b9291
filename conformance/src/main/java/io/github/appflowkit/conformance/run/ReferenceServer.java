package io.github.appflowkit.conformance.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.net.URI;
import java.util.spi.ToolProvider;

/**
 * The reference server in this process, for a run without an endpoint. It is found as a tool and spoken to over HTTP
 * alone, so that nothing of it can be compiled against.
 */
public final class ReferenceServer implements AutoCloseable {
    private static final String TOOL = "appflow-server";

    private final Thread thread;
    private final URI endpoint;

    private ReferenceServer(Thread thread, URI endpoint) {
        this.thread = thread;
        this.endpoint = endpoint;
    }

    /**
     * Starts the server on a free port.
     *
     * @throws IOException if it does not start; the message says why
     */
    public static ReferenceServer start() throws IOException {
        ToolProvider tool = ToolProvider.findFirst(TOOL)
                .orElseThrow(() -> new IOException("the reference server is not on the class path: give --endpoint"));
        PipedReader console = new PipedReader();
        PrintWriter out = new PrintWriter(new PipedWriter(console), true);
        Thread thread = new Thread(
                () -> {
                    tool.run(out, out, "--port", "0");
                    out.close();
                },
                TOOL);
        thread.setDaemon(true);
        thread.start();
        String line = new BufferedReader(console).readLine();
        if (line == null || !line.contains("http")) {
            throw new IOException("the reference server does not start: " + line);
        }
        return new ReferenceServer(thread, URI.create(line.substring(line.lastIndexOf(' ') + 1)));
    }

    /** Where it listens. */
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
