package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AccessFilesTest {
    private static final Path KEYS = Path.of("keys.yaml");

    @Test
    void who_may_use_the_control_api_is_said_in_words() throws Exception {
        assertThat(words(Configuration.builder())).isEqualTo("open to all on this machine");
        assertThat(words(Configuration.builder().host(InetAddress.getByName("0.0.0.0"))))
                .isEqualTo("off");
        assertThat(words(Configuration.builder().credentials(KEYS)))
                .isEqualTo("for signed requests about their own account");
        assertThat(words(Configuration.builder().controlToken("t").credentials(KEYS)))
                .isEqualTo("for bearers of its token and for signed requests about their own account");
    }

    private static String words(Configuration.Builder configuration) {
        return new AccessFiles(configuration.build()).controlCallers();
    }
}
