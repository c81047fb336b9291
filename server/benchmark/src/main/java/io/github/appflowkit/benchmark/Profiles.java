package io.github.appflowkit.benchmark;

import io.github.appflowkit.server.AppFlowServer;
import io.github.appflowkit.server.Configuration;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.flow.FlowStatus;
import io.github.appflowkit.server.flow.Trigger;
import io.github.appflowkit.server.profile.ConnectorProfile;
import io.github.appflowkit.server.store.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws what the delete of a profile costs, refused and forced, by how many there are and how many flows use it. */
@Command(
        name = "profiles",
        description =
                "Microseconds that the delete of a profile takes, refused and forced: of one that many flows use,"
                        + " beside one that a single flow uses, and by the number of profiles, as a plot in server/benchmark/plots.")
final class Profiles implements Callable<Integer> {
    private static final int FEW = 1_000;
    private static final int DELETES = 2_000;
    private static final String POPULAR = "popular";
    private static final String SINGLE = "single";

    @Spec
    private CommandSpec spec;

    @Mixin
    private LoadedRounds rounds;

    @Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "1000000",
            converter = Count.class,
            description = "So many flows use the profile that many use (default: ${DEFAULT-VALUE}).")
    private int users;

    @Option(
            names = "--profiles",
            paramLabel = "N",
            split = ",",
            defaultValue = "10000,100000,1000000",
            converter = Count.class,
            description = "So many profiles, each in turn, with as many flows (default: ${DEFAULT-VALUE}).")
    private List<Integer> counts;

    private final Table table = new Table();

    @Override
    public Integer call() throws Exception {
        Project project = Project.ofLauncher();
        compareUsers();
        Map<String, Map<Double, Double>> micros = new LinkedHashMap<>();
        try (AppFlowServer few = start(FEW)) {
            for (int count : counts) {
                try (AppFlowServer many = start(count)) {
                    for (boolean forced : List.of(false, true)) {
                        Deletes ours = any(many, count, forced);
                        Deletes peer = any(few, FEW, forced);
                        compare(ours, peer)
                                .forEach((side, series) -> micros.computeIfAbsent(
                                                kind(side) + (side == peer ? ", of 1,000" : ""),
                                                line -> new TreeMap<>())
                                        .put((double) count, series.median()));
                    }
                }
            }
        }
        new Plot(
                        "DeleteConnectorProfile by profiles, beside 1,000 profiles in the same rounds",
                        "profiles",
                        "microseconds",
                        micros.entrySet().stream()
                                .map(line -> new Plot.Line(line.getKey(), line.getValue()))
                                .toList())
                .write(project.path("server/benchmark/plots/profiles.svg"));
        table.show(spec.name(), project, spec.commandLine().getOut());
        return 0;
    }

    private void compareUsers() throws Exception {
        try (AppFlowServer server =
                AppFlowServer.start(Configuration.builder().port(0).build())) {
            rounds.say("putting %,d flows that use one profile".formatted(users));
            server.store()
                    .replaceAll(new State(
                            List.of(profile(POPULAR), profile(SINGLE)),
                            IntStream.rangeClosed(0, users)
                                    .mapToObj(flow -> flow(flow, flow == 0 ? SINGLE : POPULAR))
                                    .toList()));
            for (boolean forced : List.of(false, true)) {
                compare(
                        new Deletes("a profile that %,d flows use".formatted(users), server, () -> POPULAR, forced),
                        new Deletes("a profile that one flow uses", server, () -> SINGLE, forced));
            }
        }
    }

    private static String kind(Deletes side) {
        return side.forced() ? "forced" : "refused";
    }

    /** Compares them, and says how long each takes. */
    private Map<Deletes, Series> compare(Deletes ours, Deletes peer) {
        List<Deletes> sides = List.of(ours, peer);
        rounds.say("%s delete of %s, warming up for %d s".formatted(kind(ours), ours, rounds.warmup));
        long end = System.nanoTime() + rounds.warmup * 1_000_000_000L;
        while (System.nanoTime() < end) {
            sides.forEach(side -> side.micros(DELETES / 10));
        }
        Map<Deletes, Series> series = rounds.measure(sides, side -> side.micros(DELETES));
        table.add(new Row(
                "%s delete of %s, microseconds".formatted(kind(ours), ours),
                peer.toString(),
                series.get(ours),
                series.get(peer)));
        return series;
    }

    private static Deletes any(AppFlowServer server, int profiles, boolean forced) {
        Random random = new Random(1);
        Supplier<String> names = () -> GeneratedState.profile(random.nextInt(profiles));
        return new Deletes("%,d profiles".formatted(profiles), server, names, forced);
    }

    private AppFlowServer start(int profiles) throws Exception {
        AppFlowServer server =
                AppFlowServer.start(Configuration.builder().port(0).build());
        rounds.say("putting %,d profiles".formatted(profiles));
        server.store()
                .replaceAll(new State(
                        IntStream.range(0, profiles)
                                .mapToObj(number -> profile(GeneratedState.profile(number)))
                                .toList(),
                        IntStream.range(0, profiles)
                                .mapToObj(number -> flow(number, GeneratedState.profile(number)))
                                .toList()));
        return server;
    }

    private static ConnectorProfile profile(String name) {
        return new ConnectorProfile(Deletes.SCOPE.name(name));
    }

    private static Flow flow(int number, String source) {
        return new Flow(
                Deletes.SCOPE.name(GeneratedState.flow(number)), Trigger.EVENT, FlowStatus.ACTIVE, source, List.of());
    }
}
