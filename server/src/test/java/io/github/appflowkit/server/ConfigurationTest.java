package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    @Test
    void what_is_not_set_has_the_commands_default() throws Exception {
        assertThat(Configuration.builder().build()).isEqualTo(ServerCommand.configuration());
    }

    @Test
    void the_control_api_is_served_on_loopback_alone_unless_it_is_asked_for() throws Exception {
        InetAddress everywhere = InetAddress.getByName("0.0.0.0");

        assertThat(Configuration.builder().host(everywhere).build().control()).isFalse();
        assertThat(Configuration.builder()
                        .host(everywhere)
                        .control(true)
                        .controlToken("a token for this test")
                        .build()
                        .control())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Configuration.builder().host(everywhere).control(true).build())
                .withMessage("control off loopback needs a controlToken");
        assertThat(Configuration.builder().control(false).build().control()).isFalse();
    }

    @Test
    void a_value_that_cannot_be_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configuration.builder().port(-1).build())
                .withMessage("port cannot be -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configuration.builder().maxBody(0).build())
                .withMessage("maxBody cannot be 0");
    }
}
