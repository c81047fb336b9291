package io.github.appflowkit.server.http.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.appflowkit.contract.control.model.ConnectorProfileState;
import io.github.appflowkit.contract.control.model.FlowState;
import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.http.error.ConstraintMessages;
import io.github.appflowkit.server.http.json.ContractValidator;
import io.github.appflowkit.server.profile.ConnectorProfile;
import io.github.appflowkit.server.store.CompactTable;
import io.github.appflowkit.server.store.State;
import jakarta.validation.ConstraintViolation;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A state document as Jackson fills it: profiles and flows are checked and translated soon after they are read, so that
 * there are never more of the document than a few thousand of them.
 */
final class StateReading {
    /** As many broken constraints as are told. */
    private static final int TOLD = 20;

    /** As many are checked together, by all processors, as keep these busy for a while. */
    private static final int TOGETHER = 4_096;

    private final ContractValidator validator;
    private final Members<ConnectorProfileState, ConnectorProfile> profilesRead;
    private final Members<FlowState, Flow> flowsRead;
    private final List<String> violations = new ArrayList<>();
    private int broken;
    private String repeated;

    StateReading(StateForm form, ContractValidator validator) {
        this.validator = validator;
        SharedNames names = new SharedNames();
        profilesRead =
                new Members<>("connectorProfiles", read -> names.shared(form.profile(read)), ConnectorProfile::id);
        flowsRead = new Members<>("flows", read -> names.shared(form.flow(read)), Flow::id);
    }

    /** Jackson asks for each list when its array begins, by when the other has ended. */
    @JsonProperty
    List<ConnectorProfileState> getConnectorProfiles() {
        flowsRead.check();
        return profilesRead;
    }

    @JsonProperty
    List<FlowState> getFlows() {
        profilesRead.check();
        return flowsRead;
    }

    /** What is wrong with what was read, if anything is. */
    Optional<String> problem() {
        profilesRead.check();
        flowsRead.check();
        return broken == 0
                ? Optional.ofNullable(repeated)
                : Optional.of(ConstraintMessages.summary(broken, violations));
    }

    State state() {
        return new State(profilesRead.taken.all(), flowsRead.taken.all());
    }

    /** How much has been read until now; any thread may ask. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d profiles and %,d flows", profilesRead.count, flowsRead.count);
    }

    /**
     * What is wrong with a member of the document, or, if nothing is, its translation.
     *
     * @param member null if something is wrong
     */
    private record Checked<F, T>(Set<ConstraintViolation<F>> breaches, T member) {}

    /** One of the document's arrays, to which Jackson adds. */
    private final class Members<F, T> extends AbstractList<F> {
        private final String name;
        private final Function<F, T> translation;
        private final Function<T, ResourceName> id;
        private final CompactTable<ResourceName, T> taken;
        private final List<F> unchecked = new ArrayList<>();
        private int checked;
        private volatile int count;

        Members(String name, Function<F, T> translation, Function<T, ResourceName> id) {
            this.name = name;
            this.translation = translation;
            this.id = id;
            this.taken = new CompactTable<>(id, 0);
        }

        @Override
        public boolean add(F read) {
            unchecked.add(read);
            count = size() + 1;
            if (unchecked.size() == TOGETHER) {
                check();
            }
            return true;
        }

        /** Checks and translates what has been read until now, and takes it in its order. */
        void check() {
            List<Checked<F, T>> all =
                    unchecked.parallelStream().map(this::checked).toList();
            unchecked.clear();
            for (Checked<F, T> one : all) {
                if (one.breaches().isEmpty()) {
                    take(one.member());
                } else {
                    tell(one.breaches());
                }
                checked++;
            }
        }

        private Checked<F, T> checked(F read) {
            Set<ConstraintViolation<F>> breaches = validator.violations(read);
            return new Checked<>(breaches, breaches.isEmpty() ? translation.apply(read) : null);
        }

        private void tell(Set<ConstraintViolation<F>> breaches) {
            broken += breaches.size();
            ConstraintMessages.of(place() + ".", breaches).stream()
                    .limit(TOLD - violations.size())
                    .forEach(violations::add);
        }

        private void take(T member) {
            ResourceName own = id.apply(member);
            if (taken.get(own) == null) {
                taken.add(member);
            } else if (repeated == null) {
                repeated = "%s: '%s' is there twice in %s".formatted(place(), own.name(), own.scope());
            }
        }

        /** Where the one that is being taken stands. */
        private String place() {
            return name + '[' + checked + ']';
        }

        @Override
        public F get(int index) {
            throw new UnsupportedOperationException("What was read is translated, and not kept");
        }

        @Override
        public int size() {
            return count;
        }
    }
}
