package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.report.Lines;
import io.github.appflowkit.conformance.report.Masking;
import io.github.appflowkit.conformance.setup.Cleanup;
import io.github.appflowkit.conformance.setup.ControlToken;
import io.github.appflowkit.conformance.setup.Ledger;
import io.github.appflowkit.conformance.target.AwsHosts;
import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.verdict.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code cleanup}: removes what a run that was killed left at its endpoint. */
@Command(
        name = "cleanup",
        description = "Removes what a run that was killed left at its endpoint, as its ledger lists it. Credentials are"
                + " to be those of the run.",
        exitCodeList = {
            "0:nothing is left",
            "1:something is left, and stays in the ledger",
            "2:wrong usage: an option or a file is not what it may be",
            "3:an endpoint does not answer"
        },
        footer = {
            "  appflow-conformance cleanup conformance-report/ledger.jsonl",
            "      removes what the last run left"
        })
final class CleanupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Main main;

    @Parameters(paramLabel = "LEDGER", description = "The list of what was made, conformance-report/ledger.jsonl.")
    private Path file;

    @Option(names = "--unsigned", description = "Send requests without a signature, as the run did.")
    private boolean unsigned;

    @Option(
            names = SetupOptions.TOKEN,
            paramLabel = "TOKEN",
            converter = ControlTokenConverter.class,
            description = "What requests to a state control API bear, as in the run; file:PATH reads it from a file."
                    + " Default: $" + SetupOptions.TOKEN_VARIABLE + ".")
    private ControlToken controlToken;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long one answer may take, such as 500ms, 10s or 2m. Default: 10s.")
    private Duration timeout = Duration.ofSeconds(10);

    @Option(names = "--allow-aws", description = "Remove resources at AWS itself too.")
    private boolean allowAws;

    @Override
    public Integer call() throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) == 0) {
            // Whosever file it is, it is left as it is.
            tell("There is nothing to remove: " + file + " is empty.");
            return ExitCode.CONFORMANT;
        }
        try (Ledger ledger = ledger()) {
            Optional<URI> aws =
                    Cleanup.hosts(ledger).stream().filter(AwsHosts::contains).findFirst();
            if (aws.isPresent() && !allowAws) {
                throw new UsageException(file + " names resources at " + aws.get() + ", which is AWS itself;"
                        + " --allow-aws allows to remove them");
            }
            Optional<Signer> signer = unsigned
                    ? Optional.empty()
                    : Optional.of(EndpointOptions.signer(main.surroundings().variables()));
            Optional<ControlToken> token = token();
            Cleanup cleanup = new Cleanup(signer, token, timeout);
            Masking masking = Masking.of(Stream.concat(
                            signer.stream().flatMap(signing -> signing.secrets().stream()),
                            token.stream().map(ControlToken::value))
                    .toList());
            int noted = ledger.leftovers();
            if (noted == 0) {
                tell("There is nothing to remove: " + file + " lists no resource.");
                return ExitCode.CONFORMANT;
            }
            Cleanup.Outcome outcome = cleanup.remove(ledger, line -> tell(masking.shown(line)));
            int left = ledger.leftovers();
            tell((noted - left) + " of " + Lines.counted(noted, "resource") + " removed"
                    + (left == 0 ? "." : "; the others stay in " + file + "."));
            return switch (outcome) {
                case ALL_REMOVED -> ExitCode.CONFORMANT;
                case SOMETHING_LEFT -> ExitCode.NOT_CONFORMANT;
                case NOT_REACHED -> ExitCode.NOT_REACHED;
            };
        }
    }

    private Optional<ControlToken> token() {
        String variable = main.surroundings().variables().getOrDefault(SetupOptions.TOKEN_VARIABLE, "");
        if (controlToken != null || variable.isEmpty()) {
            return Optional.ofNullable(controlToken);
        }
        try {
            return Optional.of(new ControlTokenConverter().convert(variable));
        } catch (TypeConversionException e) {
            throw new UsageException(SetupOptions.TOKEN_VARIABLE + " " + e.getMessage());
        }
    }

    private Ledger ledger() {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there is no ledger " + file + ": a run deletes its own once nothing is left");
        }
        Ledger ledger = Ledger.open(file);
        ledger.cut().ifPresent(this::tell);
        return ledger;
    }

    private void tell(String line) {
        Lines.wrap("", line).forEach(spec.commandLine().getOut()::println);
    }
}
