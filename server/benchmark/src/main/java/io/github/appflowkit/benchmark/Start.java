package io.github.appflowkit.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares how soon servers answer, and how much memory they then have. */
@Command(
        name = "start",
        description = "From the start of the process to the first right answer, and the memory that is resident some"
                + " seconds later, beside a bare Grizzly handler's, WireMock's and moto_server's.")
final class Start implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "9",
            converter = Count.class,
            description = "Starts each so often, in turn (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--idle",
            paramLabel = "N",
            defaultValue = "5",
            converter = Count.class,
            description = "Looks at the memory so many seconds after the first answer (default: ${DEFAULT-VALUE}).")
    private int idle;

    @Override
    public Integer call() throws Exception {
        Project project = Project.ofLauncher();
        Table table = new Table();
        List<Target> targets = Servers.installed(
                List.of(Target.ours(project), Target.bareGrizzly(project), Target.wireMock(project), Target.moto()),
                table);
        Map<Target, List<Double>> millis = new HashMap<>();
        Map<Target, List<Double>> megabytes = new HashMap<>();
        // The first round only fills the system's cache of files.
        for (int round = 0; round <= rounds; round++) {
            for (Target target : targets) {
                try (RunningTarget server = RunningTarget.start(target, project)) {
                    TimeUnit.SECONDS.sleep(round == 0 ? 0 : idle);
                    double start = server.start().toNanos() / 1e6;
                    double memory = server.residentBytes() / 1048576.0;
                    spec.commandLine()
                            .getErr()
                            .println("round %d of %d: %s %.0f ms, %.0f MiB"
                                    .formatted(round, rounds, target.name(), start, memory));
                    if (round > 0) {
                        millis.computeIfAbsent(target, one -> new ArrayList<>()).add(start);
                        megabytes
                                .computeIfAbsent(target, one -> new ArrayList<>())
                                .add(memory);
                    }
                }
            }
        }
        compare("start to the first answer, ms", millis, targets, table);
        compare("memory when idle, MiB", megabytes, targets, table);
        table.show(spec.name(), project, spec.commandLine().getOut());
        return 0;
    }

    private static void compare(String what, Map<Target, List<Double>> values, List<Target> targets, Table table) {
        Series ours = new Series(values.get(targets.get(0)));
        targets.stream()
                .skip(1)
                .forEach(peer -> table.add(new Row(what, peer.name(), ours, new Series(values.get(peer)))));
    }
}
