package io.github.appflowkit.openapi.release;

import io.github.appflowkit.openapi.document.Document;
import java.nio.file.Path;

/**
 * The files of the contract in the project's folder.
 *
 * @param folder the folder that holds {@code openapi/}
 */
public record Project(Path folder) {
    /** The contract. */
    public static final String CONTRACT = "openapi/appflow.yaml";

    /** Reads a document of the project. */
    public Document document(String name) {
        return Document.read(folder.resolve(name), name);
    }

    /** The contract as it is now. */
    public Document contract() {
        return document(CONTRACT);
    }
}
