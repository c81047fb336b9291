package io.github.appflowkit.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How often something is measured. */
class Rounds {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "7",
            converter = Count.class,
            description = "Measures each side so often, in turn (default: ${DEFAULT-VALUE}).")
    int rounds;

    /** Measures all sides once a round, in turn: there and back again, so that none is always the one after another. */
    <T> Map<T, Series> measure(List<T> sides, ToDoubleFunction<T> once) {
        Map<T, List<Double>> values = new LinkedHashMap<>();
        sides.forEach(side -> values.put(side, new ArrayList<>()));
        List<T> order = new ArrayList<>(sides);
        for (int round = 1; round <= rounds; round++) {
            for (T side : order) {
                values.get(side).add(once.applyAsDouble(side));
            }
            Collections.reverse(order);
            say("round %d of %d: %s".formatted(round, rounds, latest(values)));
        }
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, side -> new Series(side.getValue())));
    }

    /** Tells how far the measurement is. */
    void say(String progress) {
        command.commandLine().getErr().println(progress);
    }

    private static <T> String latest(Map<T, List<Double>> values) {
        return values.entrySet().stream()
                .map(side -> "%s %.6g"
                        .formatted(
                                side.getKey(),
                                side.getValue().get(side.getValue().size() - 1)))
                .collect(Collectors.joining(", "));
    }
}
