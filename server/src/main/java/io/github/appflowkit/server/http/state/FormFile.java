package io.github.appflowkit.server.http.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.appflowkit.server.http.error.ConstraintMessages;
import io.github.appflowkit.server.http.json.BindingFailure;
import io.github.appflowkit.server.http.json.ContractValidator;
import io.github.appflowkit.server.http.json.Mappers;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that holds one document of a contract's type, in YAML or, if its name ends with .json, in JSON.
 *
 * @param title what people call it, as {@code State file}
 * @param secret whether nothing of what it holds may be told
 */
record FormFile(String title, Path path, boolean secret) {
    /** Makes something of a document. */
    private interface Binding<T> {
        T of(ObjectMapper mapper, JsonParser document) throws IOException;
    }

    FormFile(String title, Path path) {
        this(title, path, false);
    }

    /**
     * Reads the document, and holds it against the contract.
     *
     * @throws FormFileException if it is not there, or not valid
     */
    <T> T read(Class<T> type, ContractValidator validator) {
        return read((mapper, document) -> validator.requireValid(document.readValueAs(type)));
    }

    /**
     * Reads the document into an object that checks what it is given.
     *
     * @throws FormFileException if it is not there, or not of the object's form
     */
    void readInto(Object target) {
        read((mapper, document) -> {
            // Jackson leaves an object that it is to fill as it is, where the document is none.
            if (!document.isExpectedStartObjectToken()) {
                throw MismatchedInputException.from(document, target.getClass(), "The document is no object");
            }
            return mapper.readerForUpdating(target).readValue(document);
        });
    }

    private <T> T read(Binding<T> binding) {
        ObjectMapper mapper = mapper();
        try (Reader text = Files.newBufferedReader(path);
                JsonParser parser = mapper.createParser(text)) {
            if (parser.nextToken() == null || parser.hasToken(JsonToken.VALUE_NULL)) {
                throw refused("is empty");
            }
            T bound = binding.of(mapper, parser);
            if (parser.nextToken() != null) {
                throw refused("has more than one document");
            }
            return bound;
        } catch (ConstraintViolationException e) {
            throw refused(ConstraintMessages.summary(e.getConstraintViolations()));
        } catch (JsonProcessingException e) {
            throw refused(e);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    FormFileException refused(String reason) {
        return new FormFileException(title, path, reason);
    }

    /** YAML's reader tells in its own words that the file could not be read. */
    private FormFileException refused(JsonProcessingException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException unread && !(cause instanceof JsonProcessingException)) {
                return refused(unread);
            }
        }
        return refused(
                secret ? BindingFailure.discreetDescription(failure) : BindingFailure.locatedDescription(failure));
    }

    private FormFileException refused(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return refused("does not exist");
        }
        return refused(
                failure instanceof CharacterCodingException
                        ? "is not UTF-8 text"
                        : "cannot be read: " + failure.getMessage());
    }

    private ObjectMapper mapper() {
        return path.toString().endsWith(".json") ? Mappers.jsonFile() : Mappers.yamlFile();
    }
}
