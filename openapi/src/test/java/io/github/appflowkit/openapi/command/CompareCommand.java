package io.github.appflowkit.openapi.command;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.FaultException;
import io.github.appflowkit.openapi.model.Comparison;
import io.github.appflowkit.openapi.model.Model;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code compare}: the contract beside AWS's own model of the API. */
@Command(
        name = "compare",
        description = "Compares the contract with AWS's own model of the API: routes, statuses, members, constraints,"
                + " enums, errors. Every difference needs its reason in " + CompareCommand.REASONS + ".",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every difference has a reason",
            "1:a difference has none, or a reason has no difference",
            "2:wrong usage, or MODEL is no model of the service",
            "3:the command itself failed"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  openapi/bin/contract compare botocore/data/appflow/2020-08-23/service-2.json",
            "  openapi/bin/contract compare codegen/sdk-codegen/aws-models/appflow.json"
        })
final class CompareCommand implements Callable<Integer> {
    /** Why the contract differs on purpose. */
    static final String REASONS = "openapi/model-differences.yaml";

    @ParentCommand
    private ContractCommand contract;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL",
            description = "A file of AWS's: the Smithy model in JSON, as the SDKs for JavaScript and Go have it, or"
                    + " botocore's service-2.json.")
    private Path model;

    @Override
    public Integer call() {
        if (contract.isFaulty()) {
            return ContractCommand.MEND;
        }
        Document document = contract.project().contract();
        Model read;
        try {
            read = Model.read(model, document);
        } catch (FaultException fault) {
            spec.commandLine().getErr().println(fault.getMessage());
            return ContractCommand.USAGE;
        }
        Comparison comparison = Comparison.of(document, read, contract.project().document(REASONS));
        comparison.lines().forEach(spec.commandLine().getOut()::println);
        return comparison.isExplained() ? 0 : ContractCommand.MEND;
    }
}
