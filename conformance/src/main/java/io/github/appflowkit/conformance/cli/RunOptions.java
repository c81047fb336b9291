package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.rule.Contract;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run is asked to do: every option checked and resolved, before anything is sent.
 *
 * @param contract what the endpoint is held against
 * @param reach which endpoint is judged, and how it is reached
 * @param setup how resources get to the endpoint
 * @param selection by which rules it is judged
 * @param standard what makes the run fail
 * @param pace how the run goes
 * @param reportDir where the reports go
 * @param recordDir where the exchanges go; empty to keep none
 */
record RunOptions(
        Contract contract,
        EndpointOptions.Reach reach,
        SetupOptions.Choice setup,
        SelectionOptions.Selection selection,
        VerdictOptions.Standard standard,
        PaceOptions.Pace pace,
        Path reportDir,
        Optional<Path> recordDir) {}
