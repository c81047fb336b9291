package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.rule.Catalogue;
import picocli.CommandLine.Option;

/** What makes a run fail. */
final class VerdictOptions {
    @Option(names = "--strict", description = "Breaking a should rule fails the run too. Default: it only warns.")
    private boolean strict;

    /** The options, checked. */
    Standard resolve() {
        return new Standard(strict, Catalogue.RULE_SET);
    }

    /**
     * What a run is held to.
     *
     * @param strict whether breaking a should rule fails the run
     * @param ruleSet the version of the rule set whose rules can fail the run
     */
    record Standard(boolean strict, String ruleSet) {}
}
