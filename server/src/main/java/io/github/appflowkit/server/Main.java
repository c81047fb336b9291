package io.github.appflowkit.server;

import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The process: runs the command on the standard streams, and ends it in order when the process is told to end. */
public final class Main {
    /** Longer than a server takes to stop. */
    private static final int STOP_SECONDS = 20;

    private Main() {}

    public static void main(String[] args) {
        Thread command = Thread.currentThread();
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        // A process that is told to end would exit with 143; halting in the hook gives it the command's own code.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            command.interrupt();
            Runtime.getRuntime()
                    .halt(exit.completeOnTimeout(ExitCode.OK, STOP_SECONDS, TimeUnit.SECONDS)
                            .join());
        }));
        exit.complete(ServerCommand.run(
                new PrintWriter(System.out, true), new PrintWriter(System.err, true), Surroundings.ofProcess(), args));
        System.exit(exit.join());
    }
}
