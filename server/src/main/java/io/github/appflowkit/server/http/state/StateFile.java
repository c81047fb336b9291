package io.github.appflowkit.server.http.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
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
import java.util.Objects;
import java.util.Set;

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
        try {
            StateDocument document = mapper().readValue(Files.readString(file), StateDocument.class);
            if (document == null) {
                throw new StateFileException(file, "is not a state document, but empty");
            }
            return state(validator.requireValid(document));
        } catch (ConstraintViolationException e) {
            throw new StateFileException(file, ConstraintMessages.summary(e.getConstraintViolations()));
        } catch (JsonMappingException e) {
            throw new StateFileException(file, mappingFailure(e));
        } catch (JsonProcessingException e) {
            throw new StateFileException(file, BindingFailure.place(e) + ": " + e.getOriginalMessage());
        } catch (NoSuchFileException e) {
            throw new StateFileException(file, "does not exist");
        } catch (IOException e) {
            throw new StateFileException(file, "cannot be read: " + e);
        }
    }

    private ObjectMapper mapper() {
        return file.toString().endsWith(".json") ? Mappers.jsonFile() : Mappers.yamlFile();
    }

    private static String mappingFailure(JsonMappingException e) {
        return "%s: '%s' %s".formatted(BindingFailure.place(e), BindingFailure.path(e), BindingFailure.reason(e));
    }

    private State state(StateDocument document) {
        List<ConnectorProfile> profiles = Objects.requireNonNullElse(
                        document.getConnectorProfiles(),
                        List.<io.github.appflowkit.contract.control.model.ConnectorProfileState>of())
                .stream()
                .map(form::profile)
                .toList();
        List<Flow> flows = Objects.requireNonNullElse(
                        document.getFlows(), List.<io.github.appflowkit.contract.control.model.FlowState>of())
                .stream()
                .map(form::flow)
                .toList();
        requireUnique(
                "connectorProfiles", profiles.stream().map(ConnectorProfile::id).toList());
        requireUnique("flows", flows.stream().map(Flow::id).toList());
        return new State(profiles, flows);
    }

    private void requireUnique(String member, List<ResourceName> names) {
        Set<ResourceName> seen = new HashSet<>();
        for (ResourceName name : names) {
            if (!seen.add(name)) {
                throw new StateFileException(
                        file,
                        "%s[%d]: '%s' is there twice in %s"
                                .formatted(member, names.lastIndexOf(name), name.name(), name.scope()));
            }
        }
    }
}
