package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.run.RunOptions;
import io.github.appflowkit.conformance.setup.ControlToken;
import io.github.appflowkit.conformance.setup.ExistingResources;
import io.github.appflowkit.conformance.setup.Ladder;
import io.github.appflowkit.conformance.setup.RequestTemplates;
import io.github.appflowkit.conformance.target.AwsHosts;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the resources that rules need get to the endpoint. */
final class SetupOptions {
    /** The option whose value no message shows. */
    static final String TOKEN = "--control-token";

    static final String TOKEN_VARIABLE = "APPFLOW_CONFORMANCE_CONTROL_TOKEN";

    @Option(
            names = "--setup",
            paramLabel = "WAY",
            description = "How resources get to the endpoint: control (its state control API), api (its own"
                    + " CreateConnectorProfile, CreateFlow and StartFlow), names (existing ones that --names lists),"
                    + " none (only rules that need no resource are judged), or auto (names if --names is given, else"
                    + " the first of control, api and none that works). Default: auto.")
    private Ladder.Rung rung = Ladder.Rung.AUTO;

    @Option(
            names = "--control-url",
            paramLabel = "URL",
            converter = UrlConverter.class,
            description = "Where the state control API is. Default: ENDPOINT/_control.")
    private URI controlUrl;

    @Option(
            names = TOKEN,
            paramLabel = "TOKEN",
            converter = ControlTokenConverter.class,
            description = "What requests to the state control API bear, as 'Authorization: Bearer TOKEN', in place of a"
                    + " signature; file:PATH reads it from a file. They name the account that $AWS_ACCOUNT_ID, the AWS"
                    + " profile or an access key of twelve digits tells. Others can see an option, but not $"
                    + TOKEN_VARIABLE + ". Default: they are signed as the others are.")
    private ControlToken controlToken;

    @Option(
            names = "--names",
            paramLabel = "FILE",
            description = "Existing resources by state, in YAML or JSON. What is not marked as expendable there is"
                    + " never stopped or deleted. 'init' writes an example.")
    private Path names;

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "Requests that create resources, in place of the standard ones; 'init' writes these.")
    private Path templates;

    @Option(
            names = "--allow-aws",
            description = "Run against AWS itself too; the number of requests that this takes is told first.")
    private boolean allowAws;

    /**
     * The options, checked, and the files that they name, read.
     *
     * @param reach the endpoint; its region is that of existing resources that name none
     */
    RunOptions.Resources resolve(RunOptions.Reach reach) {
        reach.endpoint().ifPresent(url -> checkAws("--endpoint", url));
        if (controlUrl != null) {
            checkAws("--control-url", controlUrl);
        }
        TrustStore.requireFor(controlUrl);
        if (rung == Ladder.Rung.NAMES && names == null) {
            throw new UsageException(
                    "--setup", "names", "needs --names FILE too; 'appflow-conformance init' writes an example");
        }
        return new RunOptions.Resources(
                rung,
                controlUrl,
                Optional.ofNullable(controlToken),
                Optional.ofNullable(names).map(file -> ExistingResources.read(file, reach.region())),
                RequestTemplates.load(Optional.ofNullable(templates)));
    }

    private void checkAws(String option, URI url) {
        if (AwsHosts.contains(url) && !allowAws) {
            throw new UsageException(
                    option,
                    url,
                    "is AWS itself, where a run creates, stops and deletes flows and profiles; --allow-aws allows that");
        }
    }
}
