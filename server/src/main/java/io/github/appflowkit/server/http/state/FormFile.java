package io.github.appflowkit.server.http.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.appflowkit.server.http.error.ConstraintMessages;
import io.github.appflowkit.server.http.json.BindingFailure;
import io.github.appflowkit.server.http.json.ContractValidator;
import io.github.appflowkit.server.http.json.Mappers;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
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
    FormFile(String title, Path path) {
        this(title, path, false);
    }

    /**
     * Reads the document, and holds it against the contract.
     *
     * @throws FormFileException if it is not there, or not valid
     */
    <T> T read(Class<T> type, ContractValidator validator) {
        try (JsonParser parser = mapper().createParser(Files.readString(path))) {
            if (parser.nextToken() == null || parser.hasToken(JsonToken.VALUE_NULL)) {
                throw refused("is empty");
            }
            T document = parser.readValueAs(type);
            if (parser.nextToken() != null) {
                throw refused("has more than one document");
            }
            return validator.requireValid(document);
        } catch (ConstraintViolationException e) {
            throw refused(ConstraintMessages.summary(e.getConstraintViolations()));
        } catch (JsonProcessingException e) {
            throw refused(secret ? BindingFailure.discreetDescription(e) : BindingFailure.locatedDescription(e));
        } catch (NoSuchFileException e) {
            throw refused("does not exist");
        } catch (CharacterCodingException e) {
            throw refused("is not UTF-8 text");
        } catch (IOException e) {
            throw refused("cannot be read: " + e.getMessage());
        }
    }

    FormFileException refused(String reason) {
        return new FormFileException(title, path, reason);
    }

    private ObjectMapper mapper() {
        return path.toString().endsWith(".json") ? Mappers.jsonFile() : Mappers.yamlFile();
    }
}
