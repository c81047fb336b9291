package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.report.Lines;
import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.run.RunOptions;
import io.github.appflowkit.conformance.run.TimeText;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Shows what a run would do: its options, as a configuration file holds them, and its rules with what they need. */
final class DryRun {
    private final CommandSpec command;
    private final Sources sources;

    DryRun(CommandSpec command, Sources sources) {
        this.command = command;
        this.sources = sources;
    }

    void print(RunOptions options) {
        PrintWriter out = command.commandLine().getOut();
        List<Rule> rules = options.selection().rules();
        out.println("# A dry run: nothing is sent, nothing is written. These are the options of the run,");
        out.println("# as " + Configuration.DEFAULT_FILE + " may hold them.");
        command.options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .filter(option ->
                        !List.of(Configuration.OPTION, RunCommand.DRY_RUN).contains(option.longestName()))
                .filter(option -> isSet(option.getValue()))
                .forEach(option -> out.println(line(option)));
        out.println();
        out.println("# " + Lines.counted(rules.size(), "rule") + " in "
                + Lines.counted(options.selection().scenarios(), "scenario")
                + (options.reach().endpoint().isPresent() ? "." : ", judged on the reference server."));
        rules.forEach(rule -> Lines.wrap(
                        "# "
                                + String.format(
                                        Locale.ROOT,
                                        "%-36s %-6s ",
                                        rule.id(),
                                        rule.level().label()),
                        needs(rule))
                .forEach(line -> out.println(line.startsWith("#") ? line : "#" + line.substring(1))));
        out.flush();
    }

    private String line(OptionSpec option) {
        String line = option.longestName().substring(2) + ": " + value(option.getValue());
        String source = sources.names().get(option.longestName());
        return source == null ? line : line + "  # " + source;
    }

    private static boolean isSet(Object value) {
        return value != null && !(value instanceof Collection<?> list && list.isEmpty());
    }

    private static String value(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(DryRun::value).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Duration duration) {
            return TimeText.of(duration);
        }
        String text = value instanceof Enum<?> ? value.toString().toLowerCase(Locale.ROOT) : value.toString();
        return text.matches("[\\w./][\\w./:-]*") ? text : "'" + text.replace("'", "''") + "'";
    }

    private static String needs(Rule rule) {
        String needs = rule.scenarios().stream()
                .flatMap(scenario -> scenario.needs().stream())
                .distinct()
                .sorted()
                .map(Need::description)
                .collect(Collectors.joining(", "));
        return needs.isEmpty() ? "needs nothing" : "needs " + needs;
    }
}
