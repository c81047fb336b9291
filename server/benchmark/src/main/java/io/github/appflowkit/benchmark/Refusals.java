package io.github.appflowkit.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Compares requests that are refused with those that are served. */
@Command(
        name = "refusals",
        description =
                "Requests a second that are refused, beside as many connections' that are served; a refusal has to"
                        + " keep its connection.")
final class Refusals implements Callable<Integer> {
    private static final String SERVED = "served";

    private static final Map<String, Call> CALLS = calls();

    @Spec
    private CommandSpec spec;

    @Mixin
    private LoadedRounds rounds;

    private static Map<String, Call> calls() {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put(SERVED, Call.stopFlow("nightly-export", 200));
        calls.put("400, not a name", Call.stopFlow("nightly export", 400));
        calls.put("400, runs on demand", Call.stopFlow("manual-import", 400));
        calls.put("400, not JSON", Call.json("/stop-flow", "{\"flowName\":\"nightly-export\"", 400));
        calls.put("404, no such flow", Call.stopFlow("no-such-flow", 404));
        calls.put("409, a draft", Call.stopFlow("planned-export", 409));
        calls.put(
                "409, a profile in use",
                Call.json("/delete-connector-profile", "{\"connectorProfileName\":\"crm\"}", 409));
        return calls;
    }

    @Override
    public Integer call() throws Exception {
        Project project = Project.ofLauncher();
        Load load = new Load(project, rounds.connections);
        Table table = new Table();
        try (Servers servers = Servers.start(List.of(Target.ours(project)), project, table)) {
            int port = servers.ours().port();
            for (Map.Entry<String, Call> call : CALLS.entrySet()) {
                Probe.requireKept(port, call.getValue());
                rounds.say("warming up for %d s: %s".formatted(rounds.warmup, call.getKey()));
                load.on(port, call.getValue(), rounds.warmup);
            }
            Map<String, Series> series = rounds.measure(
                    List.copyOf(CALLS.keySet()),
                    what -> load.on(port, CALLS.get(what), rounds.seconds).perSecond());
            CALLS.keySet().stream()
                    .skip(1)
                    .forEach(what ->
                            table.add(new Row(what + ", requests/s", SERVED, series.get(what), series.get(SERVED))));
        }
        table.show(spec.name(), project, spec.commandLine().getOut());
        return 0;
    }
}
