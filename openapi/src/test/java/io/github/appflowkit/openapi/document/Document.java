package io.github.appflowkit.openapi.document;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An OpenAPI document as it is written, of which every part knows its place.
 *
 * @param file its name, as it is told to people
 * @param text its text
 * @param root its outermost mapping
 * @param others the documents of the same folder that it may refer to
 */
public record Document(String file, String text, Part root, List<Document> others) {
    /**
     * Reads a document.
     *
     * @param name what people know the file by
     * @throws FaultException if it cannot be read, or is not one YAML mapping
     */
    public static Document read(Path path, String name) {
        return of(name, textOf(path, name));
    }

    /**
     * Reads the text of a document.
     *
     * @throws FaultException if it is not one YAML mapping
     */
    public static Document of(String name, String text) {
        Part root = new PartReader(name).read(text);
        if (root.kind() != Part.Kind.MAPPING) {
            throw new FaultException(root.finding("a mapping is needed here, and this is " + root.kind()));
        }
        return new Document(name, text, root, List.of());
    }

    /**
     * The text of a file.
     *
     * @throws FaultException if it cannot be read
     */
    public static String textOf(Path path, String name) {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new FaultException(name, "there is no such file");
        } catch (CharacterCodingException e) {
            throw new FaultException(name, "the file is not UTF-8 text");
        } catch (IOException e) {
            throw new FaultException(
                    name, Files.isDirectory(path) ? "a file is needed, and this is a folder" : "cannot be read: " + e);
        }
    }

    /** What documents of the same folder call it. */
    public String name() {
        return String.valueOf(Path.of(file).getFileName());
    }

    /** The version that the document gives itself. */
    public String version() {
        return root.at("info", "version").map(Part::text).orElse("");
    }

    /** This document where it may refer to another one of its folder. */
    public Document besides(Document other) {
        return new Document(file, text, root, List.of(other));
    }

    /** What a part stands for: what its {@code $ref} leads to, or else itself; empty if it leads nowhere. */
    public Optional<Part> resolve(Part part) {
        Optional<Part> target = Optional.of(part);
        Set<String> followed = new HashSet<>();
        while (target.isPresent() && target.get().members().containsKey("$ref")) {
            String reference = target.get().textOf("$ref");
            Optional<Document> other = other(reference);
            if (other.isPresent()) {
                return other.get()
                        .find(reference.substring(reference.indexOf('#')))
                        .flatMap(other.get()::resolve);
            }
            target = followed.add(reference) ? find(reference) : Optional.empty();
        }
        return target;
    }

    /** The schema of the JSON body of a request or of a response, if it has one. */
    public Optional<Part> schema(Part owner) {
        return resolve(owner)
                .flatMap(OperationPart::json)
                .flatMap(media -> media.get("schema"))
                .flatMap(this::resolve);
    }

    /** The names of the errors that a response is to have, by the header that bears them. */
    public List<Part> errors(Part response) {
        return resolve(response)
                .flatMap(target -> target.at("headers", OperationPart.ERROR_TYPE))
                .flatMap(this::resolve)
                .flatMap(header -> header.get("schema"))
                .flatMap(this::resolve)
                .flatMap(schema -> schema.get("enum"))
                .map(Part::items)
                .orElse(List.of());
    }

    /** The document that a reference such as {@code appflow.yaml#/components/schemas/Flow} leads into. */
    private Optional<Document> other(String reference) {
        return others.stream()
                .filter(other -> reference.startsWith(other.name() + "#"))
                .findFirst();
    }

    /** The part that a reference such as {@code #/components/schemas/Flow} names. */
    public Optional<Part> find(String reference) {
        if (!reference.startsWith("#/")) {
            return Optional.empty();
        }
        Optional<Part> part = Optional.of(root);
        for (String step : reference.substring(2).split("/", -1)) {
            part = part.flatMap(from -> from.get(step.replace("~1", "/").replace("~0", "~")));
        }
        return part;
    }

    /** The pointers of parts, of what they hold, and of what all these refer to in this document. */
    public Set<String> reach(Stream<Part> from) {
        Set<String> reached = new HashSet<>();
        Deque<Part> open = new ArrayDeque<>(from.toList());
        while (!open.isEmpty()) {
            Part part = open.pop();
            if (reached.add(part.pointer())) {
                open.addAll(part.members().values());
                open.addAll(part.items());
                find(part.textOf("$ref")).ifPresent(open::add);
            }
        }
        return reached;
    }

    /** The operations, each by the path that it stands under, in the order of the document. */
    public List<OperationPart> operations() {
        return root.membersOf("paths").stream()
                .flatMap(path -> path.members().entrySet().stream()
                        .filter(method -> OperationPart.METHODS.contains(method.getKey()))
                        .map(Map.Entry::getValue)
                        .map(operation -> new OperationPart(path.name(), operation)))
                .toList();
    }
}
