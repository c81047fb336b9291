package io.github.appflowkit.server.http;

import io.github.appflowkit.server.control.Fault;
import io.github.appflowkit.server.control.Journal;
import io.github.appflowkit.server.control.Operation;
import io.github.appflowkit.server.control.ServedRequest;
import io.github.appflowkit.server.http.error.ErrorAnswer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.Map;

/** Writes every request to an operation into the journal, just before its answer is sent. */
final class Journaling implements ContainerResponseFilter {
    private final Map<String, Operation> operations;
    private final Exchanges exchanges;
    private final Journal journal;

    Journaling(Map<String, Operation> operations, Exchanges exchanges, Journal journal) {
        this.operations = operations;
        this.exchanges = exchanges;
        this.journal = journal;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Exchange exchange = exchanges.current();
        Operation operation = operations.get(exchange.operation());
        if (operation != null) {
            boolean cut = exchange.connection() == Fault.Connection.CUT;
            journal.add(new ServedRequest(
                    exchange.id(),
                    exchange.arrival(),
                    operation,
                    exchange.resource(),
                    exchange.caller(),
                    cut ? 0 : response.getStatus(),
                    cut ? null : response.getHeaderString(ErrorAnswer.TYPE_HEADER),
                    exchange.elapsed()));
        }
    }
}
