package io.github.appflowkit.conformance.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An operation: its name, the member that names its resource, and what it does with a request that could be read. */
record Operation(String name, String nameMember, Action action) {

    @FunctionalInterface
    interface Action {
        Answer answer(Scope scope, ObjectNode input);
    }
}
