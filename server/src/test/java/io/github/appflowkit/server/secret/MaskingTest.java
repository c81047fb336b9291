package io.github.appflowkit.server.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
    @ParameterizedTest
    @CsvSource({
        "store-password, a, ***",
        "control-token, a, ***",
        "controlToken, a, ***",
        "store, jdbc:postgresql://db:5432/a?user=u&password=p&ssl=true, jdbc:postgresql://db:5432/a?user=u&password=***&ssl=true",
        "store, jdbc:postgresql://db/a?sslpassword=p&ssl=true, jdbc:postgresql://db/a?sslpassword=***&ssl=true",
        "store, jdbc:h2:file:./a;PASSWORD=p;USER=u, jdbc:h2:file:./a;PASSWORD=***;USER=u",
        "store, jdbc:postgresql://u:p@db/a, jdbc:postgresql://u:***@db/a",
        "store, jdbc:postgresql://u:p@q@db/a, jdbc:postgresql://u:***@db/a",
        "store, jdbc:postgresql://db:5432/a, jdbc:postgresql://db:5432/a",
        "port, 8080, 8080"
    })
    void secrets_are_hidden_and_nothing_else_is(String name, String value, String shown) {
        assertThat(Masking.shown(name, value)).isEqualTo(shown);
    }
}
