package io.github.appflowkit.benchmark;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A state of any size: profiles, and flows that read from one of them and write to another, each picked at random, so
 * that nothing gains from lying beside what was used last.
 */
record GeneratedState(int flows, int profiles) {
    static String flow(Object number) {
        return "flow-" + number;
    }

    static String profile(Object number) {
        return "profile-" + number;
    }

    /** Writes it as a state file, in YAML or, if the name ends with .json, in JSON. */
    void write(Path file) throws IOException {
        boolean json = file.toString().endsWith(".json");
        Random random = new Random(1);
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(json ? "{\"connectorProfiles\": [" : "connectorProfiles:");
            for (int i = 0; i < profiles; i++) {
                write(out, json, i, "{\"name\": \"" + profile(i) + "\"}");
            }
            out.write(json ? "],\n\"flows\": [" : "\nflows:");
            for (int i = 0; i < flows; i++) {
                write(
                        out,
                        json,
                        i,
                        "{\"name\": \"" + flow(i) + "\", \"trigger\": \"Scheduled\", \"source\": \""
                                + profile(random.nextInt(profiles)) + "\", \"destinations\": [\""
                                + profile(random.nextInt(profiles)) + "\"]}");
            }
            out.write(json ? "]}\n" : "\n");
        }
    }

    private static void write(Writer out, boolean json, int number, String member) throws IOException {
        out.write(json && number > 0 ? ",\n" : "\n");
        out.write(json ? member : "- " + member);
    }
}
