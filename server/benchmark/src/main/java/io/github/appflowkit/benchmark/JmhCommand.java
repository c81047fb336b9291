package io.github.appflowkit.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the benchmarks of code. */
@Command(
        name = "jmh",
        description = "Benchmarks of code, by JMH, whose own options follow '--': 'jmh -- -h' tells them.")
final class JmhCommand implements Callable<Integer> {
    @Parameters(paramLabel = "OPTION", description = "What JMH takes.")
    private final List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Main.main(arguments.toArray(String[]::new));
        return 0;
    }
}
