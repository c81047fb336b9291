package io.github.appflowkit.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/d?user=u&password=s3cret",
                "jdbc:postgresql://h/d?PASSWORD=s3cret&user=u",
                "jdbc:postgresql://h/d?sslpassword=s3cret",
                "jdbc:h2:file:/data/state;USER=u;PASSWORD=s3cret"
            })
    void a_password_is_never_shown(String url) {
        StoreSettings settings = new StoreSettings(url, "u", "0ther");

        assertThat(settings.toString()).doesNotContain("s3cret", "0ther").contains("***");
        assertThat(settings.shown("cannot open " + url + " with 0ther")).doesNotContain("s3cret", "0ther");
    }
}
