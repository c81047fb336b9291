package io.github.appflowkit.server.http.state;

import io.github.appflowkit.server.TestServer;
import io.github.appflowkit.server.fuzz.Flaw;
import io.github.appflowkit.server.http.json.ContractValidator;
import io.github.appflowkit.server.http.json.Mappers;
import io.github.appflowkit.server.store.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Any bytes as a file of state, faults or credentials, as the first byte picks, in YAML or JSON: told in one line what is
 * wrong with them, or read for what they say.
 */
public final class DocumentFuzz {
    private static final ContractValidator VALIDATOR = new ContractValidator();
    private static final Path FOLDER = Path.of("target", "fuzz");
    private static final Path JSON = FOLDER.resolve("document.json");
    private static final Path YAML = FOLDER.resolve("document.yaml");

    private DocumentFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        Files.createDirectories(FOLDER);
        int kind = Math.floorMod(input[0] - 'a', 6);
        Path file = kind < 3 ? JSON : YAML;
        Files.write(file, Arrays.copyOfRange(input, 1, input.length));
        try {
            switch (kind % 3) {
                case 0 -> requireSame(state(file));
                case 1 -> new FaultsFile(file, TestServer.DEFAULTS).read(VALIDATOR);
                default -> new CredentialsFile(file).read(VALIDATOR);
            }
        } catch (FormFileException refusal) {
            String message = refusal.getMessage();
            Flaw.unless(message.contains(file.toString()) && message.lines().count() == 1, "It says " + message);
            Flaw.ifInternals(message, new String(input, StandardCharsets.UTF_8));
        }
    }

    private static State state(Path file) {
        return new StateFile(file, TestServer.DEFAULTS, VALIDATOR).read();
    }

    private static void requireSame(State read) throws IOException {
        Files.write(JSON, Mappers.jsonFile().writeValueAsBytes(StateForm.of(read)));
        Flaw.unless(read.equals(state(JSON)), "It is not what it is written as");
    }
}
