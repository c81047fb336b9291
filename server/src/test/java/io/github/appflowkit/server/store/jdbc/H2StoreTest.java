package io.github.appflowkit.server.store.jdbc;

import io.github.appflowkit.server.store.Store;
import io.github.appflowkit.server.store.StoreContract;
import io.github.appflowkit.server.store.StoreSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2StoreTest extends StoreContract {
    @TempDir
    private Path folder;

    @Override
    protected Store emptyStore() throws Exception {
        return JdbcStore.open(new StoreSettings("jdbc:h2:file:" + folder.resolve("store"), null, null));
    }
}
