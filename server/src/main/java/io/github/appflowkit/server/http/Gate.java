package io.github.appflowkit.server.http;

import io.github.appflowkit.server.control.Fault;
import io.github.appflowkit.server.http.error.ErrorAnswer;
import io.github.appflowkit.server.http.error.ErrorType;
import io.github.appflowkit.server.http.error.RefusedRequest;
import io.github.appflowkit.server.http.error.UnexpectedMapper;
import io.github.appflowkit.server.http.observe.AnsweredRequest;
import io.github.appflowkit.server.problem.Problem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;

/**
 * Sees every request first: gives it an id, lets the contract's paths and methods through to the application if
 * they are admitted, and answers all others, as well as what the application lets drop.
 */
final class Gate extends HttpHandler {
    private final HttpHandler application;
    private final Routes routes;
    private final Dispatch dispatch;
    private final Admission admission;
    private final Exchanges exchanges;
    private final Pages pages;
    private final Consumer<AnsweredRequest> observer;

    Gate(
            HttpHandler application,
            Routes routes,
            Dispatch dispatch,
            Admission admission,
            Exchanges exchanges,
            Pages pages,
            Consumer<AnsweredRequest> observer) {
        this.application = application;
        this.routes = routes;
        this.dispatch = dispatch;
        this.admission = admission;
        this.exchanges = exchanges;
        this.pages = pages;
        this.observer = observer;
        setDecodeUrl(false);
    }

    @Override
    public RequestExecutorProvider getRequestExecutorProvider() {
        return dispatch;
    }

    @Override
    public void start() {
        application.start();
    }

    @Override
    public void destroy() {
        application.destroy();
    }

    @Override
    public void service(Request request, Response response) {
        String operation =
                routes.operation(request.getRequestURI(), request.getMethod().getMethodString());
        Exchange exchange = new Exchange(admission.unproved(), operation);
        exchanges.begin(exchange);
        request.getRequest().setAttribute(HttpCodec.EXCHANGE, exchange);
        try {
            serve(exchange, request, response);
        } catch (IOException e) {
            // The client does not take its answer, so that there is nobody to tell; nor may it be taken for whole.
            request.getContext().getConnection().terminateSilently();
        } finally {
            exchanges.end();
            observer.accept(answered(exchange, request, response));
        }
    }

    /** Reports what was refused before it was a request; nothing of it is known. */
    void refused(UUID id, ErrorAnswer answer) {
        observer.accept(new AnsweredRequest(
                id,
                Instant.now(),
                null,
                null,
                null,
                null,
                admission.unproved().scope(),
                answer.type().status(),
                answer.type().toString(),
                Duration.ZERO));
    }

    private AnsweredRequest answered(Exchange exchange, Request request, Response response) {
        String method = request.getMethod().getMethodString();
        String path = request.getRequestURI();
        boolean cut = exchange.connection() == Fault.Connection.CUT;
        return new AnsweredRequest(
                exchange.id(),
                exchange.arrival(),
                method,
                path,
                exchange.operation(),
                exchange.resource(),
                exchange.caller(),
                cut ? 0 : response.getStatus(),
                cut ? null : response.getHeader(ErrorAnswer.TYPE_HEADER),
                exchange.elapsed());
    }

    /** Answers whatever becomes of a request: on the thread that read it, Grizzly would only end the connection. */
    private void serve(Exchange exchange, Request request, Response response) throws IOException {
        try {
            respond(exchange, request, response);
        } catch (Problem refusal) {
            Answers.send(response, ErrorAnswer.of(refusal));
        } catch (RefusedRequest refusal) {
            Answers.send(response, ErrorAnswer.of(refusal));
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            ErrorAnswer answer = UnexpectedMapper.answer(exchange.id(), e);
            if (!response.isCommitted()) {
                response.resetBuffer();
                Answers.send(response, answer);
            }
        }
    }

    private void respond(Exchange exchange, Request request, Response response) throws Exception {
        response.setHeader(Answers.REQUEST_ID, exchange.id().toString());
        // Grizzly's own comes too late: by then it takes it for a trailer, and drops it.
        response.setHeader("Date", FastHttpDateFormat.getCurrentDate());
        if (ConnectionCount.isSurplus(request.getContext().getConnection())) {
            response.setHeader("Connection", "close");
            Answers.send(
                    response,
                    new ErrorAnswer(ErrorType.UNAVAILABLE, "The server has as many connections as it serves."));
            return;
        }
        if (pages.serve(request, response)) {
            return;
        }
        Set<String> methods = routes.methods(request.getRequestURI());
        if (methods.isEmpty()) {
            Answers.send(response, new ErrorAnswer(ErrorType.UNKNOWN_PATH, "No operation has this path."));
        } else if (!methods.contains(request.getMethod().getMethodString())) {
            response.setHeader("Allow", String.join(", ", methods));
            Answers.send(
                    response,
                    new ErrorAnswer(ErrorType.UNKNOWN_METHOD, "This path takes " + String.join(", ", methods) + "."));
        } else if (!hasHost(request)) {
            Answers.send(response, new ErrorAnswer(ErrorType.MALFORMED_HTTP, "The Host header is not well-formed."));
        } else {
            exchange.admit(admission.admit(request));
            application.service(request, response);
        }
    }

    private static boolean hasHost(Request request) {
        try {
            return request.getServerName() != null;
        } catch (RuntimeException e) {
            // Grizzly's, of several types, for a port that is no number.
            return false;
        }
    }

    /** A name that no path can contain: Grizzly cuts the parameter of this name out of paths. */
    @Override
    protected String getSessionCookieName() {
        return " ";
    }

    /** Takes "100-continue", and ignores any other expectation, as a server may. */
    @Override
    protected boolean sendAcknowledgment(Request request, Response response) throws IOException {
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            super.sendAcknowledgment(request, response);
        }
        return true;
    }
}
