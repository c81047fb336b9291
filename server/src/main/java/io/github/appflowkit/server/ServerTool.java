package io.github.appflowkit.server;

import java.io.PrintWriter;
import java.util.spi.ToolProvider;

/**
 * Runs the command within another process, as {@code ToolProvider.findFirst("appflow-server")}: the same options and
 * the same lines, until the thread is interrupted. It reads neither environment variables nor a file that is not named, and leaves logging alone.
 */
public final class ServerTool implements ToolProvider {
    @Override
    public String name() {
        return "appflow-server";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... args) {
        return ServerCommand.run(out, err, Surroundings.NONE, args);
    }
}
