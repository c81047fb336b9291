package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.run.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * What the command line reads of the world besides its arguments.
 *
 * @param variables the environment variables
 * @param clock tells the day on which a baseline's entries expire
 * @param folder where the configuration file is looked for
 * @param terminal whether a person watches, so that lines may move and have colours
 * @param ownProcess whether the process is the suite's own, so that an interrupted run may end it with its exit code
 */
record Surroundings(Map<String, String> variables, Clock clock, Path folder, boolean terminal, boolean ownProcess) {
    Surroundings {
        variables = Map.copyOf(variables);
    }

    /** Those of this process. */
    static Surroundings ofProcess(boolean ownProcess) {
        return new Surroundings(
                System.getenv(), Clock.systemDefaultZone(), Path.of(""), ownProcess && isTerminal(), ownProcess);
    }

    /** Whether text has colours: on a terminal, unless <a href="https://no-color.org">NO_COLOR</a> is set. */
    Ansi ansi() {
        return terminal && variables.getOrDefault("NO_COLOR", "").isEmpty() ? Ansi.ON : Ansi.OFF;
    }

    /** The day on which an entry of a baseline may be over. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Where a run prints.
     *
     * @param command the command that runs
     * @param secrets what is never printed
     */
    Console console(CommandLine command, List<String> secrets) {
        return new Console(
                command.getCommandSpec().qualifiedName(),
                command.getOut(),
                command.getErr(),
                command.getColorScheme().ansi(),
                terminal,
                secrets);
    }

    /** From JDK 22 on there is a console without a terminal too, which {@code Console.isTerminal} tells. */
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null || Runtime.version().feature() < 22) {
            return console != null;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
