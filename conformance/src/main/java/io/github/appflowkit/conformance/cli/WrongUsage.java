package io.github.appflowkit.conformance.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with arguments: what was given, what is allowed, and what may have been meant. */
final class WrongUsage {
    private final Sources sources;

    WrongUsage(Sources sources) {
        this.sources = sources;
    }

    String text(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing().get(0));
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + " is given more than once";
        }
        if (wrong.getArgSpec() != null && wrong.getValue() != null) {
            return sources.named(name(wrong.getArgSpec()), wrong.getValue()) + " " + problem(wrong.getArgSpec(), wrong);
        }
        return wrong.getMessage().lines().findFirst().orElse("the arguments cannot be read");
    }

    private static String unmatched(UnmatchedArgumentException unmatched) {
        String given = unmatched.getUnmatched().get(0);
        String command = unmatched.getCommandLine().getCommandSpec().qualifiedName();
        Set<String> commands = unmatched.getCommandLine().getSubcommands().keySet();
        if (given.startsWith("-")) {
            List<String> meant = unmatched.getSuggestions();
            // Without its value, which may be a secret.
            return given.replaceFirst("(?s)=.*", "") + " is no option of '" + command + "'"
                    + (meant.isEmpty() ? "" : "; did you mean " + String.join(" or ", meant) + "?");
        }
        return commands.isEmpty()
                ? "'" + given + "' is more than '" + command + "' takes"
                : "'" + given + "' is no command: use " + String.join(", ", commands)
                        + Nearest.question(given, commands);
    }

    private static String missing(ArgSpec missing) {
        return missing.isOption()
                ? name(missing) + " needs a value: " + name(missing) + " " + missing.paramLabel()
                : missing.paramLabel() + " is missing: "
                        + String.join(" ", missing.description()).strip();
    }

    private static String problem(ArgSpec option, ParameterException wrong) {
        Class<?> type = option.auxiliaryTypes()[0];
        if (type.isEnum()) {
            return "is none of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        if (type == boolean.class) {
            return "is neither true nor false";
        }
        return wrong.getCause() instanceof TypeConversionException known
                ? known.getMessage()
                : "cannot be read: " + option.paramLabel() + " is needed";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
