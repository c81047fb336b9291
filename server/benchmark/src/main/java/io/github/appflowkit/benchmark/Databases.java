package io.github.appflowkit.benchmark;

import io.github.appflowkit.server.store.StoreSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the stores in databases with the statements that they could not do without. */
@Command(
        name = "databases",
        description = "Flows that are stopped in H2 and in PostgreSQL, each once, beside the bare JDBC statements in a"
                + " loop with as many connections.")
final class Databases implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Rounds rounds;

    @Option(
            names = "--flows",
            paramLabel = "N",
            defaultValue = "10000",
            converter = Count.class,
            description = "Stops so many flows a round (default: ${DEFAULT-VALUE}).")
    private int flows;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "10",
            converter = Count.class,
            description = "Uses so many connections; the store's pool has ten at the most (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Override
    public Integer call() throws Exception {
        Project project = Project.ofLauncher();
        Table table = new Table();
        Path folder = Files.createTempDirectory(project.results(), "databases");
        compare("H2", new StoreSettings("jdbc:h2:file:" + folder.resolve("h2"), null, null), table);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("postgresql").toFile())
                // As they are in a database that nobody made for tests.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort());
            compare("PostgreSQL", new StoreSettings(url, "postgres", "postgres"), table);
        }
        table.show(spec.name(), project, spec.commandLine().getOut());
        return 0;
    }

    private void compare(String name, StoreSettings settings, Table table) throws Exception {
        try (StoppedFlows stopped = new StoppedFlows(settings, flows, connections)) {
            List<StoppedFlows.Way> ways = List.of(StoppedFlows.Way.values());
            rounds.say("warming up: " + name);
            ways.forEach(stopped::perSecond);
            Map<StoppedFlows.Way, Series> series = rounds.measure(ways, stopped::perSecond);
            table.add(new Row(
                    "StopFlow in %s, %d connections, flows/s".formatted(name, connections),
                    StoppedFlows.Way.JDBC.toString(),
                    series.get(StoppedFlows.Way.STORE),
                    series.get(StoppedFlows.Way.JDBC)));
        }
    }
}
