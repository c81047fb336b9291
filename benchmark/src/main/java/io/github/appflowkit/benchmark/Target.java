package io.github.appflowkit.benchmark;

import java.nio.file.Path;
import java.util.List;

/**
 * A server that can be measured.
 *
 * @param name what it is called in tables
 * @param command what starts it; {@code {port}} stands for the port that it is to listen on
 * @param call what it is asked for
 */
record Target(String name, List<String> command, Call call) {
    static final String PORT = "{port}";

    private static final Call STOP = Call.stopFlow("nightly-export", 200);

    /** The reference server as users get it: by its launcher, with nothing but a state. */
    static Target ours(Project project) {
        return new Target(
                "server",
                List.of(
                        project.path("server/bin/appflow-server").toString(),
                        "--port",
                        PORT,
                        "--state",
                        project.path("benchmark/peers/state.json").toString()),
                STOP);
    }

    /** The container that the server runs in, with nothing in it. */
    static Target bareGrizzly(Project project) {
        return new Target(
                "bare Grizzly",
                List.of(
                        project.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareGrizzly.class.getName(),
                        PORT),
                STOP);
    }

    List<String> command(int port) {
        return command.stream()
                .map(part -> part.replace(PORT, String.valueOf(port)))
                .toList();
    }

    /** The name as that of a file. */
    Path log(Project project) {
        return project.results().resolve(name.replace(' ', '-') + ".log");
    }
}
