package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Rule;
import java.util.List;
import picocli.CommandLine.Option;

/** By which rules an endpoint is judged. */
final class SelectionOptions {
    @Option(
            names = "--operation",
            paramLabel = "NAME",
            description = "Judge this operation alone: DeleteConnectorProfile or StopFlow. Repeatable. Default: both.")
    private List<String> operationNames = List.of();

    @Option(
            names = "--rule",
            paramLabel = "GLOB",
            description = "Judge by the rules whose ids match, such as 'stop-flow.*'. Repeatable. Default: all.")
    private List<String> globs = List.of();

    /** The options, checked. */
    Selection resolve(Contract contract, Catalogue catalogue) {
        List<Contract.Operation> operations = operations(contract);
        globs.stream()
                .filter(glob -> catalogue.matching(glob).isEmpty())
                .findFirst()
                .ifPresent(glob -> {
                    throw new UsageException(
                            "--rule", glob, "matches no rule: 'appflow-conformance list' shows them all");
                });
        List<Rule> rules = catalogue.rules().stream()
                .filter(rule -> globs.isEmpty()
                        || globs.stream().anyMatch(glob -> Catalogue.glob(glob).test(rule.id())))
                .filter(rule -> operations.stream().anyMatch(operation -> rule.concerns(operation, contract)))
                .toList();
        if (rules.isEmpty()) {
            throw new UsageException("--rule and --operation together leave no rule");
        }
        return new Selection(operations, rules);
    }

    private List<Contract.Operation> operations(Contract contract) {
        operationNames.stream()
                .filter(name -> !contract.operations().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UsageException(
                            "--operation",
                            name,
                            "is none of "
                                    + String.join(", ", contract.operations().keySet()));
                });
        return contract.operations().values().stream()
                .filter(operation -> operationNames.isEmpty() || operationNames.contains(operation.id()))
                .toList();
    }

    /**
     * What is judged.
     *
     * @param operations the operations to judge
     * @param rules the rules to judge by
     */
    record Selection(List<Contract.Operation> operations, List<Rule> rules) {
        Selection {
            operations = List.copyOf(operations);
            rules = List.copyOf(rules);
        }
    }
}
