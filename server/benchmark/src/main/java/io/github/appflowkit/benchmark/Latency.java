package io.github.appflowkit.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Compares how long answers take where there is time to spare. */
@Command(
        name = "latency",
        description =
                "The 99th percentile of StopFlow's answer times at half load, beside a bare Grizzly handler's: half as"
                        + " many requests as the same client gets answered of each are sent at fixed times.")
final class Latency implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private LoadedRounds rounds;

    @Override
    public Integer call() throws Exception {
        Project project = Project.ofLauncher();
        Load load = new Load(project, rounds.connections);
        Table table = new Table();
        List<Target> targets = List.of(Target.ours(project), Target.bareGrizzly(project));
        try (Servers servers = Servers.start(targets, project, table)) {
            servers.warmUp(load, rounds);
            Map<RunningTarget, Pace> paces = new HashMap<>();
            for (RunningTarget server : servers.all()) {
                // More than wrk gets answered, which costs less than a client that keeps to times.
                double wrk = load.on(server.port(), server.target().call(), rounds.seconds)
                        .perSecond();
                double most = new Pace(rounds.connections, wrk)
                        .on(server, rounds.seconds)
                        .perSecond();
                rounds.say("half load of %s is %.0f requests/s".formatted(server, most / 2));
                paces.put(server, new Pace(rounds.connections, most / 2));
            }
            Map<RunningTarget, Series> series = rounds.measure(
                    servers.all(),
                    server -> paces.get(server).on(server, rounds.seconds).p99Micros());
            for (RunningTarget peer : servers.peers()) {
                table.add(new Row(
                        "StopFlow at half load, p99 in µs",
                        peer.toString(),
                        series.get(servers.ours()),
                        series.get(peer)));
            }
        }
        table.show(spec.name(), project, spec.commandLine().getOut());
        return 0;
    }
}
