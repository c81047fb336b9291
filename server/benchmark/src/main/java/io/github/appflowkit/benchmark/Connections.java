package io.github.appflowkit.benchmark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Draws how throughput goes with the number of connections. */
@Command(
        name = "connections",
        description =
                "Requests a second of StopFlow by the number of connections, beside a bare Grizzly handler's, as a"
                        + " plot in server/benchmark/plots.")
final class Connections implements Callable<Integer> {
    private static final List<Integer> COUNTS = List.of(1, 2, 4, 8, 16, 32, 64, 128, 256);

    @Spec
    private CommandSpec spec;

    @Mixin
    private LoadedRounds rounds;

    @Override
    public Integer call() throws Exception {
        Project project = Project.ofLauncher();
        Table table = new Table();
        Map<Double, Double> ours = new TreeMap<>();
        Map<Double, Double> bare = new TreeMap<>();
        List<Target> targets = List.of(Target.ours(project), Target.bareGrizzly(project));
        try (Servers servers = Servers.start(targets, project, table)) {
            servers.warmUp(new Load(project, rounds.connections), rounds);
            for (int count : COUNTS) {
                rounds.say("with %d connections".formatted(count));
                Load load = new Load(project, count);
                Map<RunningTarget, Series> series = rounds.measure(
                        servers.all(),
                        server -> load.on(server.port(), server.target().call(), rounds.seconds)
                                .perSecond());
                RunningTarget peer = servers.peers().get(0);
                table.add(new Row(
                        "StopFlow with %d connections, requests/s".formatted(count),
                        peer.toString(),
                        series.get(servers.ours()),
                        series.get(peer)));
                ours.put((double) count, series.get(servers.ours()).median());
                bare.put((double) count, series.get(peer).median());
            }
        }
        new Plot(
                        "StopFlow by connections",
                        "connections",
                        "requests/s",
                        List.of(new Plot.Line("server", ours), new Plot.Line("bare Grizzly", bare)))
                .write(project.path("server/benchmark/plots/connections.svg"));
        table.show(spec.name(), project, spec.commandLine().getOut());
        return 0;
    }
}
