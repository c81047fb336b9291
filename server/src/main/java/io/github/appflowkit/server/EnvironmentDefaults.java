package io.github.appflowkit.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Takes what the command line leaves out from environment variables: APPFLOW_MAX_BODY is --max-body, and so on. */
final class EnvironmentDefaults implements IDefaultValueProvider {
    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.typeInfo().isBoolean()) {
            return null;
        }
        String value = environment.get(variable(option));
        return value == null || value.isEmpty() ? null : value;
    }

    /** The failure's message, which names the variable where the value came from one. */
    static String blame(ParameterException failure, String[] args) {
        if (failure.getArgSpec() instanceof OptionSpec option
                && Arrays.stream(args).noneMatch(arg -> arg.startsWith(option.longestName()))) {
            return failure.getMessage()
                    .replace("option '" + option.longestName() + "'", "environment variable " + variable(option));
        }
        return failure.getMessage();
    }

    private static String variable(OptionSpec option) {
        return "APPFLOW_" + option.longestName().substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
