package io.github.appflowkit.server.http;

import io.github.appflowkit.server.control.Journal;
import io.github.appflowkit.server.http.state.SharedFaults;
import io.github.appflowkit.server.store.State;
import io.github.appflowkit.server.store.Store;

/** Returns to the state and the faults at start, and forgets the requests. */
record Reset(Store store, State initial, SharedFaults faults, Journal journal) {
    /**
     * Does so, and says what state it returned to.
     *
     * @throws io.github.appflowkit.server.problem.Problem if the store cannot be reached
     */
    State run() {
        store.replaceAll(initial);
        faults.reset();
        journal.clear();
        return initial;
    }
}
