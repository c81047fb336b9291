package io.github.appflowkit.server.http;

import io.github.appflowkit.server.control.Fault;
import io.github.appflowkit.server.control.Journal;
import io.github.appflowkit.server.control.Operation;
import io.github.appflowkit.server.control.ServedRequest;
import io.github.appflowkit.server.http.error.ErrorAnswer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Writes every request to an operation into the journal, just before its answer is sent. */
final class Journaling implements ContainerResponseFilter {
    private final Routes operations;
    private final Exchanges exchanges;
    private final Journal journal;

    Journaling(Routes operations, Exchanges exchanges, Journal journal) {
        this.operations = operations;
        this.exchanges = exchanges;
        this.journal = journal;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        String operation = operations.operation(path, request.getMethod());
        if (operation != null) {
            Exchange exchange = exchanges.current();
            boolean cut = exchange.connection() == Fault.Connection.CUT;
            journal.add(new ServedRequest(
                    exchange.id(),
                    exchange.arrival(),
                    Operation.of(operation),
                    exchange.resource(),
                    exchange.caller(),
                    cut ? 0 : response.getStatus(),
                    cut ? null : response.getHeaderString(ErrorAnswer.TYPE_HEADER),
                    exchange.elapsed()));
        }
    }
}
