package io.github.appflowkit.server.store;

class InMemoryStoreTest extends StoreContract {
    @Override
    protected Store emptyStore() {
        return new InMemoryStore();
    }
}
