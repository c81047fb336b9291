package io.github.appflowkit.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.appflowkit.server.AppFlowServer;
import io.github.appflowkit.server.Configuration;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.flow.FlowStatus;
import io.github.appflowkit.server.store.State;
import io.github.appflowkit.server.store.StoreSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured of many flows and profiles, with few of them. */
class ScaleTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"state.json", "state.yaml"})
    void a_state_of_any_size_is_one_that_a_server_starts_with(String name) throws Exception {
        try (AppFlowServer server = start(name, new GeneratedState(20, 2))) {
            State state = server.store().snapshot();
            assertThat(state.profiles()).hasSize(2);
            assertThat(state.flows()).hasSize(20).allMatch(flow -> flow.source() != null);
            assertThat(state.flows().get(19).id().name()).isEqualTo(GeneratedState.flow(19));
        }
    }

    @Test
    void a_load_stops_any_of_the_flows() throws Exception {
        assumeThat(Project.onPath("wrk")).exists();
        try (AppFlowServer server = start("state.json", new GeneratedState(5, 1))) {
            new Load(new Project(folder), 2).on(server.uri().getPort(), Call.stopAnyFlow(5), 1);

            assertThat(server.store().snapshot().flows())
                    .extracting(Flow::status)
                    .containsOnly(FlowStatus.SUSPENDED);
        }
    }

    @Test
    void a_profile_is_there_again_after_its_delete() throws Exception {
        try (AppFlowServer server = start("state.json", new GeneratedState(50, 1))) {
            String name = GeneratedState.profile(0);

            assertThat(new Deletes("profiles", server, () -> name, false).micros(3))
                    .isPositive();
            assertThat(new Deletes("profiles", server, () -> name, true).micros(3))
                    .isPositive();

            assertThat(server.store().findProfile(Deletes.SCOPE.name(name))).isPresent();
            assertThatThrownBy(() -> new Deletes("profiles", server, () -> "none", false).micros(1))
                    .hasMessageContaining("404 instead of 409");
        }
    }

    @ParameterizedTest
    @EnumSource
    void flows_in_a_database_are_stopped_either_way(StoppedFlows.Way way) throws Exception {
        StoreSettings settings = new StoreSettings("jdbc:h2:file:" + folder.resolve("store"), null, null);
        try (StoppedFlows flows = new StoppedFlows(settings, 5, 2)) {
            assertThat(flows.perSecond(way)).isPositive();
            assertThat(flows.areStopped()).isTrue();
        }
    }

    private AppFlowServer start(String name, GeneratedState state) throws Exception {
        Path file = folder.resolve(name);
        state.write(file);
        return AppFlowServer.start(Configuration.builder().port(0).state(file).build());
    }
}
