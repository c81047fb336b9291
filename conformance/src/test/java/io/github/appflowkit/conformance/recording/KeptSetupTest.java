package io.github.appflowkit.conformance.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.setup.Flow;
import io.github.appflowkit.conformance.setup.Profile;
import io.github.appflowkit.conformance.setup.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptSetupTest {
    private static final Flow FLOW =
            Flow.active("f", "us-east-1", Flow.Trigger.Scheduled).readingFrom("p");

    private final List<JsonNode> asked = new ArrayList<>();
    private final List<JsonNode> given = new ArrayList<>();
    private final KeptSetup live = new KeptSetup("names", (call, make) -> {
        JsonNode outcome = Json.MAPPER.valueToTree(make.apply(new StandIns()));
        asked.add(call);
        given.add(outcome);
        return outcome;
    });

    @Test
    void what_is_read_live_is_read_again_from_what_was_written_down() {
        KeptSetup again = again(() -> live.flow("f", "us-east-1"));

        assertThat(again.flow("f", "us-east-1")).contains(FLOW);
        assertThat(again.profile("p", "us-east-1")).isEmpty();
        assertThat(again.lacks(Need.PROFILE)).contains("a reason");
        assertThat(again.rung()).isEqualTo("names");
    }

    @Test
    void a_resource_that_stands_in_for_another_one_is_known_again_once_it_was_put() {
        KeptSetup again = again(() -> live.put(FLOW));

        assertThat(again.nameOf("f")).isEqualTo("f");
        again.put(FLOW);
        assertThat(again.nameOf("f")).isEqualTo(live.nameOf("f")).isEqualTo("real-f");
    }

    /** Makes calls live, and gives a setup that knows what was written down of them and of two calls more. */
    private KeptSetup again(Runnable calls) {
        calls.run();
        live.profile("p", "us-east-1");
        live.lacks(Need.PROFILE);
        return new KeptSetup("names", (call, make) -> given.get(asked.indexOf(call)));
    }

    /** Existing resources, under names of their own. */
    private static final class StandIns implements Setup {
        @Override
        public String rung() {
            return "names";
        }

        @Override
        public Optional<String> lacks(Need need) {
            return Optional.of("a reason");
        }

        @Override
        public void put(Profile profile) {}

        @Override
        public void put(Flow flow) {}

        @Override
        public String nameOf(String name) {
            return "real-" + name;
        }

        @Override
        public Optional<Profile> profile(String name, String region) {
            return Optional.empty();
        }

        @Override
        public Optional<Flow> flow(String name, String region) {
            return Optional.of(FLOW);
        }

        @Override
        public void remove(Profile profile) {}

        @Override
        public void remove(Flow flow) {}

        @Override
        public void planError(String operation, String name, String region, String error, int times) {}
    }
}
