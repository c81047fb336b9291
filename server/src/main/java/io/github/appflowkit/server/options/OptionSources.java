package io.github.appflowkit.server.options;

import io.github.appflowkit.server.secret.Masking;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Takes what the command line leaves out from environment variables, and what these leave out from a file: for
 * {@code --max-body}, the variable APPFLOW_MAX_BODY and the file's {@code max-body}.
 */
public final class OptionSources implements IDefaultValueProvider {
    /** The option that names the file. */
    public static final String CONFIG = "--config";
    /** The option that prints what all sources come to. */
    public static final String PRINT = "--print-config";

    /** The names of what starts nothing and needs no file, as one option. */
    private static final String[] INFORM = {"--help", "--version"};

    private static final String PREFIX = "APPFLOW_";
    /** Begins the variables of the conformance suite. */
    private static final String SUITE_PREFIX = "APPFLOW_CONFORMANCE_";

    private final Map<String, String> variables;
    private final Map<String, OptionValue> file;

    private OptionSources(Map<String, String> variables, Map<String, OptionValue> file) {
        this.variables = variables;
        this.file = file;
    }

    /**
     * Reads the file that an argument or a variable names, or else the default one, if it is there.
     *
     * @param defaultFile may be null, for none
     * @throws OptionsException if the file cannot be used
     */
    public static OptionSources read(Map<String, String> variables, Path defaultFile, String... args) {
        ParseResult beforehand = parseBeforehand(args);
        if (beforehand.matchedOptionValue(INFORM[0], false)) {
            return new OptionSources(Map.of(), Map.of());
        }
        String named = beforehand.matchedOptionValue(CONFIG, variables.get(variable(CONFIG)));
        Optional<Path> path = named == null || named.isEmpty()
                ? Optional.ofNullable(defaultFile).filter(Files::exists)
                : Optional.of(Path.of(named));
        return new OptionSources(
                variables, path.map(OptionFile::new).map(OptionFile::read).orElse(Map.of()));
    }

    /** Looks for the one option that has to be known before the others, and for those that do without a file. */
    private static ParseResult parseBeforehand(String... args) {
        CommandSpec beforehand = CommandSpec.create()
                .addOption(OptionSpec.builder(CONFIG).type(String.class).build())
                .addOption(OptionSpec.builder(INFORM).type(boolean.class).build());
        beforehand.parser().collectErrors(true).unmatchedArgumentsAllowed(true);
        return new CommandLine(beforehand).parseArgs(args);
    }

    /**
     * Refuses a file with a member that is no option.
     *
     * @return what to say of variables that look like options and are none, which may be somebody else's
     * @throws OptionsException if there is such a member
     */
    public List<String> requireKnown(CommandSpec command) {
        List<String> keys = settable(command).map(OptionSources::key).sorted().toList();
        file.forEach((key, value) -> {
            if (!keys.contains(key)) {
                throw new OptionsException("%s: '%s' is no option%s (%s are)"
                        .formatted(value.origin(), key, Nearest.question(key, keys), String.join(", ", keys)));
            }
        });
        List<String> known = Stream.concat(settable(command).map(OptionSpec::longestName), Stream.of(CONFIG))
                .map(OptionSources::variable)
                .toList();
        return variables.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !name.startsWith(SUITE_PREFIX) && !known.contains(name))
                .sorted()
                .map(name -> "The environment variable %s belongs to no option, and is not read%s"
                        .formatted(name, Nearest.question(name, known)))
                .toList();
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? find(option).map(OptionValue::text).orElse(null)
                : null;
    }

    /** The failure's message, which names the variable or the line where the value came from one. */
    public String blame(ParameterException failure, String... args) {
        if (failure.getArgSpec() instanceof OptionSpec option && !isGiven(option.longestName(), args)) {
            return find(option)
                    .map(value -> failure.getMessage()
                            .replace(
                                    "option '" + option.longestName() + "'",
                                    value.origin().startsWith(PREFIX)
                                            ? "environment variable " + value.origin()
                                            : "'" + key(option) + "' in " + value.origin()))
                    .orElse(failure.getMessage());
        }
        return failure.getMessage();
    }

    /** Looks at the arguments themselves, since there is no result of their parsing when it fails. */
    private static boolean isGiven(String option, String... args) {
        return Stream.of(args).anyMatch(arg -> arg.equals(option) || arg.startsWith(option + "="));
    }

    /**
     * What all sources come to, as a file of options that can be read back: a line for each option, with where its value
     * came from. What is not set, and what is secret, is a comment.
     */
    public List<String> resolved(ParseResult parsed) {
        return settable(parsed.commandSpec())
                .map(option -> {
                    OptionValue value = parsed.hasMatchedOption(option)
                            ? new OptionValue(
                                    String.join(
                                            ",",
                                            parsed.matchedOption(option.longestName())
                                                    .originalStringValues()),
                                    "command line")
                            : find(option).orElse(new OptionValue(option.defaultValue(), "default"));
                    return line(key(option), value);
                })
                .toList();
    }

    private static String line(String key, OptionValue value) {
        if (value.text() == null) {
            return "# " + key + " is not set";
        }
        String shown = Masking.shown(key, value.text());
        return shown.equals(value.text())
                ? "%s: %s # %s".formatted(key, YamlText.of(shown), value.origin())
                : "# %s: %s # %s; a secret is not shown".formatted(key, YamlText.of(shown), value.origin());
    }

    private Optional<OptionValue> find(OptionSpec option) {
        if (!isSettable(option)) {
            return Optional.empty();
        }
        String variable = variable(option.longestName());
        String text = variables.get(variable);
        return text == null || text.isEmpty()
                ? Optional.ofNullable(file.get(key(option)))
                : Optional.of(new OptionValue(text, variable));
    }

    private static Stream<OptionSpec> settable(CommandSpec command) {
        return command.options().stream().filter(OptionSources::isSettable);
    }

    private static boolean isSettable(OptionSpec option) {
        return !option.usageHelp()
                && !option.versionHelp()
                && !List.of(CONFIG, PRINT).contains(option.longestName());
    }

    private static String key(OptionSpec option) {
        return option.longestName().substring(2);
    }

    private static String variable(String option) {
        return PREFIX + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
