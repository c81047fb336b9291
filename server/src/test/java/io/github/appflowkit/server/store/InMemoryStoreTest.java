package io.github.appflowkit.server.store;

class InMemoryStoreTest extends StoreContract {
    @Override
    Store emptyStore() {
        return new InMemoryStore();
    }
}
