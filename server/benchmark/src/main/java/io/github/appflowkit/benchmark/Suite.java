package io.github.appflowkit.benchmark;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares how long the suite takes with how long its requests take. */
@Command(
        name = "suite",
        description = "The whole suite, from the start of its launcher until its reports are written and it has ended,"
                + " beside a Java that does nothing but send the requests of its operations: each a process of its own,"
                + " against one server that is warm.")
final class Suite implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Rounds rounds;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            defaultValue = "10",
            converter = Count.class,
            description = "Judges the server so often before the first round (default: ${DEFAULT-VALUE}).")
    private int warmup;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "5",
            converter = Count.class,
            description = "Judges so often in one process, for what a further scenario takes (default:"
                    + " ${DEFAULT-VALUE}).")
    private int repeat;

    @Override
    public Integer call() throws Exception {
        Project project = Project.ofLauncher();
        Table table = new Table();
        try (RunningTarget server = RunningTarget.start(Target.ours(project), project)) {
            SuiteRun suite = SuiteRun.against(server, project, List.of());
            rounds.say("warming up by %d runs".formatted(warmup));
            suite.timed(warmup).seconds();
            List<Timed> sides =
                    List.of(suite.timed(1), suite.requestsAlone(1), suite.timed(repeat), suite.requestsAlone(repeat));
            Map<Timed, Series> seconds = rounds.measure(sides, Timed::seconds);
            List<Series> measured = sides.stream().map(seconds::get).toList();
            double hundreds = suite.ids().size() / 100.0;
            table.add(new Row(
                    "whole suite, s for 100 of its %d rules"
                            .formatted(suite.ids().size()),
                    "its requests by JDK HttpClient",
                    measured.get(0).map(value -> value / hundreds),
                    measured.get(1).map(value -> value / hundreds)));
            double further = suite.scenarios() * (repeat - 1) / 1000.0;
            table.add(new Row(
                    "a further one of %d scenarios, warm, ms".formatted(suite.scenarios()),
                    "its requests by JDK HttpClient",
                    measured.get(2).minus(measured.get(0)).map(value -> value / further),
                    measured.get(3).minus(measured.get(1)).map(value -> value / further)));
        }
        table.show(spec.name(), project, spec.commandLine().getOut());
        return 0;
    }
}
