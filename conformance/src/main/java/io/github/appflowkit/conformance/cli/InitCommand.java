package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.report.Lines;
import io.github.appflowkit.conformance.setup.RequestTemplates;
import io.github.appflowkit.conformance.verdict.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code init}: writes a configuration, an example of a file of names, and the requests that create resources. */
@Command(
        name = "init",
        description = "Writes a configuration to edit, an example of a file of names, and the requests that create"
                + " resources. Sends nothing.",
        exitCodeList = {"0:the files are written", "2:wrong usage: an option or a file is not what it may be"},
        footer = {"  appflow-conformance init", "      writes appflow-conformance.yaml and the others into this folder"
        })
final class InitCommand implements Callable<Integer> {
    private static final String NAMES = "names.yaml";

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Main main;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "Where to write. Default: the current folder.")
    private Path folder;

    @Option(names = "--force", description = "Replace files that are there. Default: nothing is written then.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        Path target = folder == null ? main.surroundings().folder() : folder;
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(target.resolve(Configuration.DEFAULT_FILE), configuration());
        files.put(target.resolve(NAMES), names());
        for (String template : RequestTemplates.files()) {
            files.put(target.resolve("templates").resolve(template), RequestTemplates.standard(template));
        }
        refuseToReplace(files.keySet());
        PrintWriter out = spec.commandLine().getOut();
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Path parent = file.getKey().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file.getKey(), file.getValue());
            out.println("wrote " + file.getKey());
        }
        out.println("Edit what you need, then: appflow-conformance run --endpoint URL");
        return ExitCode.CONFORMANT;
    }

    private void refuseToReplace(Collection<Path> files) {
        files.stream().filter(file -> !force && Files.exists(file)).findFirst().ifPresent(file -> {
            throw new UsageException(file + " is there already; --force replaces it");
        });
    }

    /** Every option of {@code run}, each with its description, and commented out. */
    private String configuration() {
        StringBuilder text = new StringBuilder();
        comment(
                text,
                "What 'appflow-conformance run' reads in this folder: its options, under their long names. An option on"
                        + " the command line replaces what is said here. Remove the '#' in front of what you need.");
        CommandSpec run = spec.parent().subcommands().get("run").getCommandSpec();
        run.mixins()
                .forEach((name, mixin) -> mixin.options().stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        .forEach(option -> {
                            text.append('\n');
                            comment(text, String.join(" ", option.description()));
                            text.append("# ")
                                    .append(option.longestName().substring(2))
                                    .append(": ")
                                    .append(value(option))
                                    .append('\n');
                        }));
        return text.toString();
    }

    private static void comment(StringBuilder text, String sentences) {
        Lines.wrap("# ", sentences)
                .forEach(line -> text.append("# ").append(line.substring(2)).append('\n'));
    }

    /** The default of an option where it has one, else what is to stand there. */
    private static String value(OptionSpec option) {
        Object initial = option.getValue();
        if (initial instanceof Collection<?>) {
            return "[" + option.paramLabel() + "]";
        }
        if (initial instanceof Duration duration) {
            return duration.toSeconds() + "s";
        }
        if (initial instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        return initial == null ? option.paramLabel() : initial.toString();
    }

    private static String names() throws IOException {
        try (InputStream in = InitCommand.class.getResourceAsStream("/init/" + NAMES)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
