package io.github.appflowkit.server.profile;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.problem.ProblemKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectorProfileTest {
    private final ConnectorProfile profile =
            new ConnectorProfile(new Scope("123456789012", "us-east-1").name("testMarketoProfile"));

    @Test
    void a_profile_that_no_flow_uses_may_be_deleted() {
        assertThatCode(() -> profile.requireUnused(List.of())).doesNotThrowAnyException();
    }

    @Test
    void a_refusal_reads_as_the_documented_sample() {
        assertThatThrownBy(() -> profile.requireUnused(List.of("myTestFlow1")))
                .hasMessage("Conflict executing request: Connector profile: testMarketoProfile is associated with one"
                        + " or more flows. If you still want to delete it, then make delete request with forceDelete"
                        + " flag as true. Some of the associated flows are: [myTestFlow1]")
                .extracting("kind")
                .isEqualTo(ProblemKind.CONFLICT);
    }

    @Test
    void a_refusal_names_five_flows_at_the_most() {
        assertThatThrownBy(() -> profile.requireUnused(List.of("f", "e", "d", "c", "b", "a")))
                .hasMessageEndingWith("[a, b, c, d, e]");
    }
}
