package io.github.appflowkit.conformance.run;

import io.github.appflowkit.conformance.rule.Contract;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the suite and of the contract that it judges by. */
public final class Version implements IVersionProvider {
    /** The suite's version, from the manifest of its jar. */
    public static String ofSuite() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        Contract contract = Contract.load();
        return new String[] {
            "appflow-conformance " + ofSuite(),
            "contract " + contract.version() + " (sha256 " + contract.hash().substring(0, 12) + ")"
        };
    }
}
