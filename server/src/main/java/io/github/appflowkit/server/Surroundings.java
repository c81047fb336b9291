package io.github.appflowkit.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the command finds around it.
 *
 * @param variables the environment variables
 * @param optionFile the file of options that is read, if it is there, when none is named; null for none
 * @param logging what is done about the log level that was asked for
 */
record Surroundings(Map<String, String> variables, Path optionFile, Consumer<LogLevel> logging) {
    /** Another program's, which is told everything by arguments, and whose logging is its own. */
    static final Surroundings NONE = new Surroundings(Map.of(), null, level -> {});

    /** This process's. */
    static Surroundings ofProcess() {
        return new Surroundings(System.getenv(), Path.of("appflow-server.yaml"), Logging::configure);
    }
}
