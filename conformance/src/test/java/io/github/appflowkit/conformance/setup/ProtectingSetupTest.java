package io.github.appflowkit.conformance.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.setup.Flow.Trigger;
import io.github.appflowkit.conformance.setup.Ladder.Rung;
import io.github.appflowkit.conformance.target.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file of names protects. */
class ProtectingSetupTest {
    private static final String REGION = "us-east-1";

    private final Rungs rungs = new Rungs();

    @TempDir
    private Path folder;

    @Test
    void a_file_of_names_is_used_where_it_is_given_and_protects_on_every_rung() throws IOException {
        Path file = Files.writeString(
                folder.resolve("names.yaml"),
                "flows: [{name: mine, trigger: Scheduled}, {name: theirs, trigger: Scheduled, expendable: true}]");
        try (RightEndpoint endpoint = new RightEndpoint()) {
            Ladder.Choice names = rungs.choose(endpoint.url(), Rung.AUTO, file);
            assertThat(names.setup().rung()).isEqualTo("names");
            assertThat(names.oneByOne()).isTrue();

            Ladder.Choice control = rungs.choose(endpoint.url(), Rung.CONTROL, file);
            assertThatThrownBy(() -> control.access()
                            .sender("any")
                            .sendRaw(new Request("POST", "/stop-flow", List.of(), null, REGION)
                                    .withBody("{\"flowName\": \"mine\"}")))
                    .isInstanceOf(Untestable.class)
                    .hasMessageContaining("not marked as expendable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTROL", "API"})
    void what_a_file_protects_is_neither_made_nor_removed_on_any_rung(Rung rung) throws IOException {
        Path file = Files.writeString(
                folder.resolve("names.yaml"),
                "connectorProfiles: [{name: crm}]\nflows: [{name: mine, trigger: Event}]");
        Flow free = Flow.active("free", REGION, Trigger.Scheduled);
        try (RightEndpoint endpoint = rung == Rung.API ? RightEndpoint.withSiblings() : new RightEndpoint();
                Ladder.Choice choice = rungs.choose(endpoint.url(), rung, file)) {
            Setup setup = choice.setup();
            assertThat(setup.rung()).isEqualToIgnoringCase(rung.name());
            List<ThrowingCallable> touches = List.of(
                    () -> setup.put(new Profile("crm", REGION)),
                    () -> setup.put(new Profile("CRM", "eu-west-1")),
                    () -> setup.put(Flow.active("mine", REGION, Trigger.Event)),
                    () -> setup.put(free.readingFrom("crm")),
                    () -> setup.profile("crm", REGION),
                    () -> setup.flow("mine", REGION),
                    () -> setup.remove(new Profile("crm", REGION)),
                    () -> setup.remove(Flow.active("mine", REGION, Trigger.Event)),
                    () -> setup.planError("StopFlow", "mine", REGION, "InternalServerException", 1));

            assertThat(touches)
                    .allSatisfy(touch -> assertThatThrownBy(touch)
                            .isInstanceOf(Untestable.class)
                            .hasMessageEndingWith("is not marked as expendable in " + file));
            setup.put(free);
            assertThat(setup.flow("free", REGION)).hasValue(free);
            setup.remove(free);
        }
    }
}
