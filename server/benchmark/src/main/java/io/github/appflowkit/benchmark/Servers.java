package io.github.appflowkit.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The servers that are compared, each started and warm; the first is ours. */
final class Servers implements AutoCloseable {
    private final List<RunningTarget> running = new ArrayList<>();

    /** Starts what is installed, and notes in the table what is not. */
    static Servers start(List<Target> targets, Project project, Table table) throws IOException, InterruptedException {
        Servers servers = new Servers();
        try {
            for (Target target : installed(targets, table)) {
                servers.running.add(RunningTarget.start(target, project));
            }
            return servers;
        } catch (IOException | InterruptedException | RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    /** Those that can be measured; of the others, the table says how to get them. */
    static List<Target> installed(List<Target> targets, Table table) {
        for (Target target : targets) {
            if (!target.isInstalled()) {
                table.notMeasured(
                        "%s, since %s is not there: %s".formatted(target.name(), target.needed(), target.install()));
            }
        }
        return targets.stream().filter(Target::isInstalled).toList();
    }

    void warmUp(Load load, LoadedRounds rounds) {
        for (RunningTarget server : running) {
            rounds.say("warming up for %d s: %s".formatted(rounds.warmup, server));
            load.on(server.port(), server.target().call(), rounds.warmup);
        }
    }

    List<RunningTarget> all() {
        return running;
    }

    RunningTarget ours() {
        return running.get(0);
    }

    List<RunningTarget> peers() {
        return running.subList(1, running.size());
    }

    @Override
    public void close() {
        running.forEach(RunningTarget::close);
    }
}
