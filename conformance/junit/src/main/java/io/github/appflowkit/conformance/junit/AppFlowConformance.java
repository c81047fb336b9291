package io.github.appflowkit.conformance.junit;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/**
 * Judges an endpoint from one's own tests by the rules of the conformance suite: as one assertion, as dynamic tests of
 * JUnit Jupiter, or as a result to look at.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> conformance() {
 *     return AppFlowConformance.of("http://localhost:4566").dynamicTests();
 * }
 * }</pre>
 *
 * <p>Options are those of the command line, which checks them, and what it reads by itself (its configuration file in
 * the working directory, its environment variables, the credentials in {@code AWS_ACCESS_KEY_ID} and its companions)
 * holds here too. The suite brings its libraries along in a class loader of its own, one for all runs of the process;
 * runs may go on at the same time. Values are immutable: every option gives a new one.
 */
public final class AppFlowConformance {
    private final List<String> arguments;
    private final Optional<Path> reportDir;

    private AppFlowConformance(List<String> arguments, Optional<Path> reportDir) {
        this.arguments = List.copyOf(arguments);
        this.reportDir = reportDir;
    }

    /** Judges the endpoint at a URL such as {@code http://localhost:4566}. */
    public static AppFlowConformance of(String endpoint) {
        return new AppFlowConformance(List.of("run", "--endpoint", endpoint), Optional.empty());
    }

    /** Judges the endpoint at a URL. */
    public static AppFlowConformance of(URI endpoint) {
        return of(endpoint.toString());
    }

    /** Signs requests for a region; {@code AWS_REGION} or us-east-1 without it. */
    public AppFlowConformance region(String region) {
        return with("--region", region);
    }

    /** Says how resources get to the endpoint, such as {@code control} or {@code none}; the best way without it. */
    public AppFlowConformance setup(String rung) {
        return with("--setup", rung);
    }

    /** Judges by the rules alone whose ids match one of these, such as {@code stop-flow.*}. */
    public AppFlowConformance rules(String... globs) {
        return with(Stream.of(globs).flatMap(glob -> Stream.of("--rule", glob)).toArray(String[]::new));
    }

    /** Judges one operation alone, {@code StopFlow} or {@code DeleteConnectorProfile}. */
    public AppFlowConformance operation(String name) {
        return with("--operation", name);
    }

    /** Makes breaking a {@code should} rule a failure too. */
    public AppFlowConformance strict() {
        return with("--strict");
    }

    /** Keeps the reports in a folder; they are thrown away without it. */
    public AppFlowConformance reportDir(Path folder) {
        return new AppFlowConformance(arguments, Optional.of(folder));
    }

    /** Adds any other options of the command line's {@code run}, such as {@code with("--timeout", "2s")}. */
    public AppFlowConformance with(String... options) {
        List<String> more = new ArrayList<>(arguments);
        more.addAll(List.of(options));
        return new AppFlowConformance(more, reportDir);
    }

    /**
     * Judges the endpoint. If the thread is interrupted meanwhile, the run ends early and removes what it made.
     *
     * @throws IllegalArgumentException if an option is wrong; its message says which and what is allowed
     * @throws CancellationException if the thread was interrupted
     */
    public ConformanceResult run() {
        return SuiteRun.of(arguments, reportDir);
    }

    /**
     * Judges the endpoint and asserts that it conforms.
     *
     * @throws AssertionError if it does not, or nothing can be said of it; its message is what the command line prints
     * @throws IllegalArgumentException if an option is wrong
     */
    public void assertConformant() {
        run().assertConformant();
    }

    /**
     * Judges the endpoint once, and gives a container a feature with a test a rule, and a last test for the run as a
     * whole, which fails unless the endpoint conforms. The test of a broken rule fails with all that is needed to mend
     * the endpoint; that of a rule which was not judged is aborted with the reason, so that it is never taken for
     * passed.
     *
     * @throws AssertionError if the run ended without a word on any rule
     * @throws IllegalArgumentException if an option is wrong
     */
    public Stream<DynamicNode> dynamicTests() {
        return DynamicTests.of(run());
    }
}
