package io.github.appflowkit.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares how many requests a second are served. */
@Command(
        name = "throughput",
        description = "Requests a second of StopFlow, beside a bare Grizzly handler of fixed bytes, a stub of WireMock,"
                + " Prism's mock of the contract, and a call of moto_server.")
final class Throughput implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private LoadedRounds rounds;

    @Option(
            names = "--beside",
            paramLabel = "JAR",
            description = "Compares with these builds of the server instead, to see what a change is worth.")
    private List<Path> builds = List.of();

    @Override
    public Integer call() throws Exception {
        Project project = Project.ofLauncher();
        Load load = new Load(project, rounds.connections);
        Table table = new Table();
        try (Servers servers = Servers.start(targets(project), project, table)) {
            servers.warmUp(load, rounds);
            Map<RunningTarget, Series> series = rounds.measure(
                    servers.all(),
                    server -> load.on(server.port(), server.target().call(), rounds.seconds)
                            .perSecond());
            for (RunningTarget peer : servers.peers()) {
                table.add(
                        new Row("StopFlow, requests/s", peer.toString(), series.get(servers.ours()), series.get(peer)));
            }
        }
        table.show(spec.name(), project, spec.commandLine().getOut());
        return 0;
    }

    private List<Target> targets(Project project) {
        List<Target> targets = new ArrayList<>(List.of(Target.ours(project)));
        if (builds.isEmpty()) {
            // What WireMock's makers advise for load: it keeps no requests, while our server does.
            targets.addAll(List.of(
                    Target.bareGrizzly(project),
                    Target.wireMock(project).with("--no-request-journal"),
                    Target.prism(project),
                    Target.moto()));
        } else {
            builds.forEach(jar -> targets.add(Target.build(jar, project)));
        }
        return targets;
    }
}
