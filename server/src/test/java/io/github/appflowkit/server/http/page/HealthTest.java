package io.github.appflowkit.server.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.store.Store;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HealthTest {
    @Test
    void a_server_whose_store_is_not_ready_is_unavailable() {
        Store unready = (Store) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, args) -> false);

        Content content = new Health(unready).get();

        assertThat(content.status()).isEqualTo(503);
        assertThat(new String(content.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"status\":\"unavailable\",\"reason\":\"The store is not ready.\"}");
    }
}
