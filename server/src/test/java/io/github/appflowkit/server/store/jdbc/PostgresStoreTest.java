package io.github.appflowkit.server.store.jdbc;

import io.github.appflowkit.server.store.Store;
import io.github.appflowkit.server.store.StoreContract;

class PostgresStoreTest extends StoreContract {
    @Override
    protected Store emptyStore() throws Exception {
        return JdbcStore.open(PostgresServer.newDatabase());
    }
}
