package io.github.appflowkit.conformance.target;

import java.io.IOException;
import java.net.SocketException;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;

/** Reads an answer that came before the request was sent to its end, by who then closed the connection. */
final class EarlyAnswers extends HttpRequestExecutor {
    @Override
    protected HttpResponse doSendRequest(HttpRequest request, HttpClientConnection connection, HttpContext context)
            throws IOException, HttpException {
        try {
            return super.doSendRequest(request, connection, context);
        } catch (SocketException closed) {
            // Without an answer, reading one fails likewise.
            return null;
        }
    }
}
