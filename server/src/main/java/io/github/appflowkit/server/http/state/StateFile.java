package io.github.appflowkit.server.http.state;

import io.github.appflowkit.contract.control.model.StateDocument;
import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.http.json.ContractValidator;
import io.github.appflowkit.server.profile.ConnectorProfile;
import io.github.appflowkit.server.store.State;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the state that a server starts with from a file. */
public final class StateFile {
    private final FormFile file;
    private final StateForm form;

    public StateFile(Path path, Scope defaults) {
        this.file = new FormFile("State file", path);
        this.form = new StateForm(defaults);
    }

    /**
     * Reads and checks the file.
     *
     * @throws FormFileException if it is not a valid state document
     */
    public State read(ContractValidator validator) {
        StateDocument document = file.read(StateDocument.class, validator);
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
                throw file.refused("%s[%d]: '%s' is there twice in %s"
                        .formatted(member, names.lastIndexOf(name), name.name(), name.scope()));
            }
        }
    }
}
