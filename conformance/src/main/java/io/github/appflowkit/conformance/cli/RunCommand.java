package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Rule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code run}: judges an endpoint, prints the verdicts and writes the reports. */
@Command(
        name = "run",
        description =
                "Judges an endpoint, prints the verdicts and writes report.json and junit.xml. Without an endpoint"
                        + " it judges the reference server, which it starts in this process.")
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--endpoint", paramLabel = "URL", description = "The endpoint to judge.")
    private URI endpoint;

    @Option(
            names = "--setup",
            paramLabel = "RUNG",
            defaultValue = "AUTO",
            description = "How resources get to the endpoint: control (its state control API), none (only rules that"
                    + " need no resource), or auto (the first that works, the default).")
    private RunOptions.Rung rung;

    @Option(
            names = "--control-url",
            paramLabel = "URL",
            description = "Where the state control API is; ENDPOINT/_control by default.")
    private URI controlUrl;

    @Option(names = "--operation", paramLabel = "NAME", description = "Judge this operation alone; can be repeated.")
    private List<String> operationNames = List.of();

    @Option(
            names = "--rule",
            paramLabel = "GLOB",
            description = "Judge by the rules whose ids match, such as 'stop-flow.*'; can be repeated.")
    private List<String> globs = List.of();

    @Option(names = "--strict", description = "Breaking a should rule fails the run too.")
    private boolean strict;

    @Option(
            names = "--report-dir",
            paramLabel = "DIR",
            defaultValue = "conformance-report",
            description = "Where the reports go; ${DEFAULT-VALUE} by default.")
    private Path reportDir;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "The region of the signatures; AWS_REGION or us-east-1 by default.")
    private String region;

    @Option(names = "--unsigned", description = "Send requests without a signature.")
    private boolean unsigned;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = DurationConverter.class,
            description = "How long one answer may take, such as 500ms or 10s, the default.")
    private Duration timeout;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many scenarios run at one time; as many as there are cores by default.")
    private Integer workers;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Makes the names of the run; the same seed makes the same names. Random by default.")
    private Long seed;

    @Override
    public Integer call() throws IOException {
        EndpointRun run = new EndpointRun(options(), spec.commandLine());
        if (endpoint != null) {
            return run.against(endpoint, "");
        }
        try (ReferenceServer server = ReferenceServer.start()) {
            return run.against(server.endpoint(), " (the reference server)");
        }
    }

    private RunOptions options() {
        Contract contract = Contract.load();
        List<Contract.Operation> operations = operations(contract);
        List<Rule> rules = rules(operations, contract);
        checkUrl("--endpoint", endpoint);
        checkUrl("--control-url", controlUrl);
        checkWorkers();
        createReportDir();
        return new RunOptions(
                contract,
                operations,
                rules,
                rung,
                controlUrl,
                !unsigned,
                region(System.getenv()),
                timeout,
                workers == null ? Runtime.getRuntime().availableProcessors() : workers,
                seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : seed,
                strict,
                reportDir);
    }

    private List<Contract.Operation> operations(Contract contract) {
        operationNames.stream()
                .filter(name -> !contract.operations().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw wrong("--operation " + name + " is none of "
                            + String.join(", ", contract.operations().keySet()));
                });
        return contract.operations().values().stream()
                .filter(operation -> operationNames.isEmpty() || operationNames.contains(operation.id()))
                .toList();
    }

    private List<Rule> rules(List<Contract.Operation> operations, Contract contract) {
        Catalogue catalogue = Catalogue.load();
        globs.stream()
                .filter(glob -> catalogue.matching(glob).isEmpty())
                .findFirst()
                .ifPresent(glob -> {
                    throw wrong("--rule " + glob + " matches no rule: 'appflow-conformance list' shows them all");
                });
        List<Rule> rules = catalogue.rules().stream()
                .filter(rule -> globs.isEmpty()
                        || globs.stream().anyMatch(glob -> Catalogue.glob(glob).test(rule.id())))
                .filter(rule -> operations.stream().anyMatch(operation -> rule.concerns(operation, contract)))
                .toList();
        if (rules.isEmpty()) {
            throw wrong("--rule and --operation together leave no rule");
        }
        return rules;
    }

    private void checkWorkers() {
        if (workers != null && (workers < 1 || workers > 64)) {
            throw wrong("--workers " + workers + " is not between 1 and 64");
        }
    }

    private String region(Map<String, String> environment) {
        return Optional.ofNullable(region)
                .or(() -> Optional.ofNullable(environment.get("AWS_REGION")))
                .or(() -> Optional.ofNullable(environment.get("AWS_DEFAULT_REGION")))
                .filter(name -> !name.isBlank())
                .orElse("us-east-1");
    }

    private void checkUrl(String option, URI url) {
        if (url != null && (url.getHost() == null || !List.of("http", "https").contains(url.getScheme()))) {
            throw wrong(option + " " + url + " is not a URL such as http://localhost:8080");
        }
        if (url != null && (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null)) {
            throw wrong(option + " takes scheme, host, port and path alone, and no user, query or fragment");
        }
        if (url != null && url.getHost().endsWith(".amazonaws.com")) {
            throw wrong(option + " " + url + " is AWS itself, where a run would stop and delete what bears its names;"
                    + " the suite does not run there");
        }
    }

    private void createReportDir() {
        try {
            Files.createDirectories(reportDir);
            Files.deleteIfExists(reportDir.resolve("report.json"));
            Files.deleteIfExists(reportDir.resolve("junit.xml"));
        } catch (IOException e) {
            throw wrong("--report-dir " + reportDir + " cannot be written to: " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
