package io.github.appflowkit.server.http.state;

import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.http.json.ContractValidator;
import io.github.appflowkit.server.store.State;
import java.nio.file.Path;

/** Reads the state that a server starts with from a file. */
public final class StateFile {
    private final FormFile file;
    private final StateReading reading;

    public StateFile(Path path, Scope defaults, ContractValidator validator) {
        this.file = new FormFile("State file", path);
        this.reading = new StateReading(new StateForm(defaults), validator);
    }

    /**
     * Reads and checks the file, once.
     *
     * @throws FormFileException if it is not a valid state document
     */
    public State read() {
        file.readInto(reading);
        reading.problem().ifPresent(problem -> {
            throw file.refused(problem);
        });
        return reading.state();
    }

    /** How much of it has been read until now; any thread may ask. */
    public String progress() {
        return "Reading the state: " + reading;
    }
}
