package io.github.appflowkit.conformance.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FlowTest {
    private static final Flow FLOW = Flow.active("nightly", "us-east-1", Flow.Trigger.Scheduled);

    @Test
    void a_sentence_tells_what_the_flow_is() {
        assertThat(FLOW.sentence()).isEqualTo("the flow nightly runs on a schedule and is Active");
        assertThat(Flow.active("manual", "us-east-1", Flow.Trigger.OnDemand).sentence())
                .isEqualTo("the flow manual runs on demand");
        assertThat(FLOW.withStatus("Draft").readingFrom("sales").sentence())
                .isEqualTo("the flow nightly runs on a schedule, is Draft and reads from the profile sales");
        assertThat(FLOW.readingFrom("sales")
                        .writingTo(List.of("archive", "mirror"))
                        .sentence())
                .isEqualTo("the flow nightly runs on a schedule, is Active, reads from the profile sales, writes to the"
                        + " profile archive and writes to the profile mirror");
    }

    @Test
    void a_flow_uses_its_source_and_its_destinations() {
        Flow flow = FLOW.readingFrom("sales").writingTo(List.of("archive"));

        assertThat(flow.uses()).containsExactlyInAnyOrder("sales", "archive");
        assertThat(FLOW.uses()).isEmpty();
    }
}
