package io.github.appflowkit.server.fuzz;

import java.nio.charset.StandardCharsets;

/** A defect that chance does not find in time, but who sees what the input is compared with. */
public final class PlantedFuzz {
    private PlantedFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        Flaw.unless(!text.startsWith("a planted") || !text.endsWith("defect"), "The planted defect is found");
    }
}
