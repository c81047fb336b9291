package io.github.appflowkit.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Compares how many requests a second are served. */
@Command(name = "throughput", description = "Requests a second of StopFlow, beside a bare Grizzly handler.")
final class Throughput implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Rounds rounds;

    @Override
    public Integer call() throws Exception {
        Project project = Project.ofLauncher();
        Load load = new Load(project, rounds.connections);
        Table table = new Table();
        Target ours = Target.ours(project);
        List<Target> targets = List.of(ours, Target.bareGrizzly(project));
        List<RunningTarget> running = new ArrayList<>();
        try {
            for (Target target : targets) {
                running.add(RunningTarget.start(target, target.log(project)));
            }
            for (RunningTarget target : running) {
                Progress.say("warming up: " + target);
                load.on(target.port(), target.target().call(), rounds.warmup);
            }
            Map<RunningTarget, Series> series = rounds.measure(
                    running,
                    target -> load.on(target.port(), target.target().call(), rounds.seconds)
                            .perSecond());
            running.stream()
                    .skip(1)
                    .forEach(peer -> table.add(new Row(
                            "StopFlow, requests/s", peer.toString(), series.get(running.get(0)), series.get(peer))));
        } finally {
            running.forEach(RunningTarget::close);
        }
        table.show("throughput", project, spec.commandLine().getOut());
        return 0;
    }
}
