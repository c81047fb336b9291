package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.file.YamlFile;
import io.github.appflowkit.conformance.file.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Completes the arguments of {@code run} by what variables say, and by what the configuration file says where neither
 * does: what comes from one source replaces what the lower ones say.
 */
final class Configuration {
    /** The option that names the file. */
    static final String OPTION = "--config";
    /** The file that is read, if it is there, when none is named. */
    static final String DEFAULT_FILE = "appflow-conformance.yaml";

    private static final String PREFIX = "APPFLOW_CONFORMANCE_";

    private final Surroundings surroundings;
    private final List<OptionSpec> options;
    private final List<String> added = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();

    private Configuration(Surroundings surroundings, List<OptionSpec> options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    /**
     * Arguments with those that variables and the file add, and where these came from.
     *
     * @param args the complete arguments
     * @param sources where the values came from
     */
    record Completed(String[] args, Sources sources) {}

    /**
     * Completes arguments; those of other commands stay as they are.
     *
     * @param command parses the arguments once, to see which options they hold
     * @throws UsageException if a variable or the file is wrong
     */
    static Completed complete(Surroundings surroundings, CommandLine command, String... args) {
        CommandLine run = command.getSubcommands().get("run");
        command.getCommandSpec().parser().collectErrors(true);
        run.getCommandSpec().parser().collectErrors(true);
        ParseResult parsed = command.parseArgs(args).subcommand();
        boolean judges = parsed != null && parsed.commandSpec() == run.getCommandSpec();
        if (!judges || parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()) {
            return new Completed(args, Sources.ARGUMENTS);
        }
        List<OptionSpec> options = run.getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .filter(option -> !option.longestName().equals(OPTION))
                .toList();
        Configuration configuration = new Configuration(surroundings, options);
        configuration.add(parsed);
        configuration.unknownVariables().forEach(command.getErr()::println);
        return configuration.completed(args);
    }

    /** What to say of variables that look like options and are none, which may be somebody else's. */
    private List<String> unknownVariables() {
        List<String> known = Stream.concat(options.stream().map(Configuration::key), Stream.of(OPTION.substring(2)))
                .map(key -> variable(key).substring(PREFIX.length()))
                .toList();
        return surroundings.variables().keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> "appflow-conformance run: " + PREFIX + name
                        + " is the variable of no option, and is not read" + Nearest.question(name, known, PREFIX))
                .toList();
    }

    private Completed completed(String... args) {
        List<String> complete = new ArrayList<>(Arrays.asList(args));
        complete.addAll(complete.indexOf("run") + 1, added);
        return new Completed(complete.toArray(String[]::new), new Sources(names));
    }

    private void add(ParseResult parsed) {
        Map<String, YamlNode> file = new HashMap<>();
        Optional<Path> path = path(parsed);
        path.ifPresent(named -> file.putAll(members(named)));
        for (OptionSpec option : options) {
            String key = key(option);
            String variable = variable(key);
            if (parsed.hasMatchedOption(option)) {
                continue;
            }
            if (!surroundings.variables().getOrDefault(variable, "").isEmpty()) {
                String value = surroundings.variables().get(variable);
                add(option, variable, option.isMultiValue() ? List.of(value.split(",")) : List.of(value));
            } else if (file.containsKey(key)) {
                YamlNode node = file.get(key);
                String place = path.orElseThrow() + ":" + node.line() + ": " + key;
                add(option, place, values(option, node, place));
            }
        }
    }

    private void add(OptionSpec option, String source, List<String> values) {
        names.put(option.longestName(), source);
        values.forEach(value -> added.add(option.longestName() + "=" + value.strip()));
    }

    private Optional<Path> path(ParseResult parsed) {
        String variable = variable(OPTION.substring(2));
        String named = parsed.hasMatchedOption(OPTION)
                ? parsed.matchedOption(OPTION).originalStringValues().get(0)
                : surroundings.variables().getOrDefault(variable, "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        return Optional.of(surroundings.folder().resolve(DEFAULT_FILE)).filter(Files::exists);
    }

    private Map<String, YamlNode> members(Path path) {
        YamlFile file = YamlFile.open(path);
        YamlNode root = file.read();
        if (root.kind().equals("nothing")) {
            return Map.of();
        }
        if (root.members() == null) {
            throw file.wrong(root.line(), "options are needed, a line each such as 'timeout: 10s', not " + root.kind());
        }
        List<String> keys = options.stream().map(Configuration::key).toList();
        root.members().forEach((key, node) -> {
            if (!keys.contains(key)) {
                throw file.wrong(
                        node.line(),
                        "'" + key + "' is no option of run: "
                                + keys.stream().sorted().collect(Collectors.joining(", ")) + " are"
                                + Nearest.question(key, keys));
            }
        });
        return root.members();
    }

    private static List<String> values(OptionSpec option, YamlNode node, String place) {
        List<YamlNode> nodes = node.items() != null && option.isMultiValue() ? node.items() : List.of(node);
        return nodes.stream()
                .map(value -> {
                    if (value.scalar() == null) {
                        throw new UsageException(place + " is " + value.kind() + ", and needs "
                                + (option.isMultiValue() ? "a value or a list of values" : "one value"));
                    }
                    return value.scalar();
                })
                .toList();
    }

    private static String key(OptionSpec option) {
        return option.longestName().substring(2);
    }

    private static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
