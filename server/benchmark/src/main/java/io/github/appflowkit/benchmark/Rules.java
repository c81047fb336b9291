package io.github.appflowkit.benchmark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Draws how the time of a run goes with the number of its rules. */
@Command(
        name = "rules",
        description = "The time of a run by the number of its rules, beside that of its requests alone, as a plot in"
                + " server/benchmark/plots.")
final class Rules implements Callable<Integer> {
    private static final int WARMUP = 10;
    private static final List<Integer> COUNTS = List.of(1, 2, 5, 10, 20, 50);

    @Spec
    private CommandSpec spec;

    @Mixin
    private Rounds rounds;

    @Override
    public Integer call() throws Exception {
        Project project = Project.ofLauncher();
        Table table = new Table();
        Map<Double, Double> ours = new TreeMap<>();
        Map<Double, Double> alone = new TreeMap<>();
        try (RunningTarget server = RunningTarget.start(Target.ours(project), project)) {
            SuiteRun whole = SuiteRun.against(server, project, List.of());
            whole.timed(WARMUP).seconds();
            for (int count : IntStream.concat(
                            COUNTS.stream().mapToInt(i -> i),
                            IntStream.of(whole.ids().size()))
                    .toArray()) {
                SuiteRun suite = SuiteRun.against(server, project, spread(whole.ids(), count));
                List<Timed> sides = List.of(suite.timed(1), suite.requestsAlone(1));
                Map<Timed, Series> seconds = rounds.measure(sides, Timed::seconds);
                Series run = seconds.get(sides.get(0));
                Series requests = seconds.get(sides.get(1));
                table.add(new Row(
                        "a run of %d rules, s".formatted(count), "its requests by JDK HttpClient", run, requests));
                ours.put((double) count, run.median());
                alone.put((double) count, requests.median());
            }
        }
        new Plot(
                        "A run by its rules",
                        "rules",
                        "seconds",
                        List.of(new Plot.Line("suite", ours), new Plot.Line("its requests alone", alone)))
                .write(project.path("server/benchmark/plots/rules.svg"));
        table.show(spec.name(), project, spec.commandLine().getOut());
        return 0;
    }

    /** So many of all, at equal distances. */
    private static List<String> spread(List<String> all, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> all.get(i * all.size() / count))
                .toList();
    }
}
