package io.github.appflowkit.server.http;

import io.github.appflowkit.server.http.error.ErrorAnswer;
import java.io.IOException;
import org.glassfish.grizzly.http.server.Response;

/** Sends errors that are found before or outside the application. */
final class Answers {
    static final String REQUEST_ID = "x-amzn-RequestId";

    private Answers() {}

    static void send(Response response, ErrorAnswer answer) throws IOException {
        byte[] body = answer.body();
        response.setStatus(answer.type().status());
        answer.headers().forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
