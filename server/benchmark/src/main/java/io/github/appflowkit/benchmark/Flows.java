package io.github.appflowkit.benchmark;

import io.github.appflowkit.server.AppFlowServer;
import io.github.appflowkit.server.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws what flows cost: the memory that each takes, the time until all are read, and requests to stop one. */
@Command(
        name = "flows",
        description =
                "What a state costs by the number of its flows, ten a profile: bytes a flow, seconds to read it from a"
                        + " file, and requests a second of StopFlow of any of them, beside 1,000 flows, as a plot in server/benchmark/plots.")
final class Flows implements Callable<Integer> {
    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int FLOWS_A_PROFILE = 10;
    private static final long FEW_BYTES = 1 << 20;
    private static final int SETTLING_SECONDS = 3;
    private static final Series BYTES = new Series(List.of(200.0));
    private static final Series SECONDS = new Series(List.of(60.0));

    @Spec
    private CommandSpec spec;

    @Mixin
    private LoadedRounds rounds;

    @Option(
            names = "--flows",
            paramLabel = "N",
            split = ",",
            defaultValue = "10000,100000,1000000,10000000",
            converter = Count.class,
            description = "So many flows, each in turn (default: ${DEFAULT-VALUE}).")
    private List<Integer> counts;

    private final Table table = new Table();
    private final Map<Double, Double> ours = new TreeMap<>();
    private final Map<Double, Double> few = new TreeMap<>();

    /** How long the last start took, most of it to read the file. */
    private double startSeconds;

    /** A server, and how many flows it has. */
    private record Holder(AppFlowServer server, int flows) {
        @Override
        public String toString() {
            return "%,d flows".formatted(flows);
        }
    }

    @Override
    public Integer call() throws Exception {
        Project project = Project.ofLauncher();
        Load load = new Load(project, rounds.connections);
        try (AppFlowServer small = start(new GeneratedState(FEW, FEW / FLOWS_A_PROFILE))) {
            for (int count : counts) {
                long profiles = bytesOfProfilesAlone(count);
                try (AppFlowServer server = start(new GeneratedState(count, count / FLOWS_A_PROFILE))) {
                    tell(count, startSeconds, usedBytes() - profiles);
                    compare(new Holder(small, FEW), new Holder(server, count), load);
                }
            }
        }
        new Plot(
                        "StopFlow by flows, beside 1,000 flows in the same rounds",
                        "flows",
                        "requests/s",
                        List.of(new Plot.Line("as many flows", ours), new Plot.Line("1,000 flows", few)))
                .write(project.path("server/benchmark/plots/flows.svg"));
        table.show(spec.name(), project, spec.commandLine().getOut());
        return 0;
    }

    private void tell(int count, double seconds, long bytes) {
        // Of fewer, what else is freed and taken meanwhile would be much of it.
        if (count >= MANY) {
            table.add(new Row(
                    "%,d flows, bytes a flow".formatted(count),
                    "limit",
                    new Series(List.of(bytes / (double) count)),
                    BYTES));
        }
        table.add(new Row(
                "%,d flows, seconds to start with a file of them".formatted(count),
                "limit",
                new Series(List.of(seconds)),
                SECONDS));
    }

    private void compare(Holder small, Holder large, Load load) {
        List<Holder> sides = List.of(small, large);
        for (Holder side : sides) {
            rounds.say("warming up for %d s: %s".formatted(rounds.warmup, side));
            perSecond(side, load, rounds.warmup);
        }
        Map<Holder, Series> series = rounds.measure(sides, side -> perSecond(side, load, rounds.seconds));
        table.add(new Row(
                "StopFlow of %s, requests/s".formatted(large), small.toString(), series.get(large), series.get(small)));
        ours.put((double) large.flows(), series.get(large).median());
        few.put((double) large.flows(), series.get(small).median());
    }

    private static double perSecond(Holder side, Load load, int seconds) {
        return load.on(side.server().uri().getPort(), Call.stopAnyFlow(side.flows()), seconds)
                .perSecond();
    }

    private long bytesOfProfilesAlone(int count) throws Exception {
        try (AppFlowServer server = start(new GeneratedState(0, count / FLOWS_A_PROFILE))) {
            return server.store().isReady() ? usedBytes() : 0;
        }
    }

    private AppFlowServer start(GeneratedState state) throws Exception {
        Path file = Files.createTempFile("state", ".json");
        try {
            rounds.say("writing and reading %,d flows".formatted(state.flows()));
            state.write(file);
            long begin = System.nanoTime();
            AppFlowServer server = AppFlowServer.start(
                    Configuration.builder().port(0).state(file).build());
            startSeconds = (System.nanoTime() - begin) / 1e9;
            return server;
        } finally {
            Files.delete(file);
        }
    }

    /** What is left on the heap after it was cleared; a server's threads let go of it seconds after it is closed. */
    private static long usedBytes() throws InterruptedException {
        long used = Long.MAX_VALUE;
        long before;
        do {
            before = used;
            TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
            System.gc();
            used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        } while (used < before - FEW_BYTES);
        return used;
    }
}
