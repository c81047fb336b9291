package io.github.appflowkit.openapi.release;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.FaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of the contract in the project's folder.
 *
 * @param folder the folder that holds {@code openapi/}
 */
public record Project(Path folder) {
    /** The contract. */
    public static final String CONTRACT = "openapi/appflow.yaml";
    /** What changed from version to version. */
    static final String CHANGELOG = "CHANGELOG.md";

    private static final String RELEASED = "openapi/released";

    /** Reads a document of the project. */
    public Document document(String name) {
        return Document.read(folder.resolve(name), name);
    }

    /** The contract as it is now. */
    public Document contract() {
        return document(CONTRACT);
    }

    /** The first digits of a document's hash, as reports show them. */
    public static String hash(Document document) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(document.text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All contracts that were released, oldest first. */
    List<Document> released() {
        Path released = folder.resolve(RELEASED);
        if (!Files.isDirectory(released)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(released)) {
            return files.map(file -> document(RELEASED + "/" + file.getFileName()))
                    .map(Project::named)
                    .sorted(Comparator.comparing(Version::of))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contract that was released last. */
    Optional<Document> lastReleased() {
        List<Document> released = released();
        return released.isEmpty() ? Optional.empty() : Optional.of(released.get(released.size() - 1));
    }

    /** Keeps a contract as released. */
    String keep(Document contract) {
        String name = kept(Version.of(contract).toString());
        write(name, contract.text());
        return name;
    }

    /** The text of a file, empty if it is not there. */
    String text(String name) {
        return Files.exists(folder.resolve(name)) ? Document.textOf(folder.resolve(name), name) : "";
    }

    void write(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new FaultException(name, "cannot be written: " + e);
        }
    }

    /** Where a released version is kept. */
    static String kept(String version) {
        return RELEASED + "/appflow-" + version + ".yaml";
    }

    private static Document named(Document released) {
        String name = kept(Version.of(released).toString());
        if (!released.file().equals(name)) {
            throw new FaultException(
                    released.file(),
                    "holds version " + released.version() + ", whose file is " + name
                            + ": only 'openapi/bin/contract release' writes here");
        }
        return released;
    }
}
