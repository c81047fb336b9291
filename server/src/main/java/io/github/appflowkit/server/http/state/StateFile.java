package io.github.appflowkit.server.http.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.appflowkit.contract.control.model.StateDocument;
import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.http.error.ConstraintMessages;
import io.github.appflowkit.server.http.json.BindingFailure;
import io.github.appflowkit.server.http.json.ContractValidator;
import io.github.appflowkit.server.http.json.Mappers;
import io.github.appflowkit.server.profile.ConnectorProfile;
import io.github.appflowkit.server.store.State;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the state that a server starts with from a file, in YAML or, if its name ends with .json, in JSON. */
public final class StateFile {
    private final Path file;
    private final StateForm form;

    public StateFile(Path file, Scope defaults) {
        this.file = file;
        this.form = new StateForm(defaults);
    }

    /**
     * Reads and checks the file.
     *
     * @throws StateFileException if it is not a valid state document
     */
    public State read(ContractValidator validator) {
        try (JsonParser parser = mapper().createParser(Files.readString(file))) {
            if (parser.nextToken() == null || parser.hasToken(JsonToken.VALUE_NULL)) {
                throw refused("is empty");
            }
            StateDocument document = parser.readValueAs(StateDocument.class);
            if (parser.nextToken() != null) {
                throw refused("has more than one document");
            }
            return state(validator.requireValid(document));
        } catch (ConstraintViolationException e) {
            throw refused(ConstraintMessages.summary(e.getConstraintViolations()));
        } catch (JsonProcessingException e) {
            throw refused(BindingFailure.locatedDescription(e));
        } catch (NoSuchFileException e) {
            throw refused("does not exist");
        } catch (IOException e) {
            throw refused("cannot be read: " + e.getMessage());
        }
    }

    private StateFileException refused(String reason) {
        return new StateFileException(file, reason);
    }

    private ObjectMapper mapper() {
        return file.toString().endsWith(".json") ? Mappers.jsonFile() : Mappers.yamlFile();
    }

    private State state(StateDocument document) {
        List<ConnectorProfile> profiles =
                present(document.getConnectorProfiles()).map(form::profile).toList();
        List<Flow> flows = present(document.getFlows()).map(form::flow).toList();
        requireUnique(
                "connectorProfiles", profiles.stream().map(ConnectorProfile::id).toList());
        requireUnique("flows", flows.stream().map(Flow::id).toList());
        return new State(profiles, flows);
    }

    private static <T> Stream<T> present(List<T> list) {
        return Stream.ofNullable(list).flatMap(List::stream);
    }

    private void requireUnique(String member, List<ResourceName> names) {
        Set<ResourceName> seen = new HashSet<>();
        for (ResourceName name : names) {
            if (!seen.add(name)) {
                throw refused("%s[%d]: '%s' is there twice in %s"
                        .formatted(member, names.lastIndexOf(name), name.name(), name.scope()));
            }
        }
    }
}
