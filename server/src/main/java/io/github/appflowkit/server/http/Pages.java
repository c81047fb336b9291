package io.github.appflowkit.server.http;

import io.github.appflowkit.server.http.error.ErrorAnswer;
import io.github.appflowkit.server.http.error.ErrorType;
import io.github.appflowkit.server.http.page.Content;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** Answers what the server tells of itself, to GET and HEAD; these paths are its own, and none of an operation's. */
final class Pages {
    /** A page runs its own scripts and loads its own parts; swagger-ui has styles and pictures inline. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** A page goes out in pieces, so that of one that is taken slowly only a piece is kept for its client. */
    private static final int PIECE = 32 * 1024;

    private final Map<String, Supplier<Content>> pages;

    Pages(Map<String, Supplier<Content>> pages) {
        this.pages = Map.copyOf(pages);
    }

    /** Answers a request for a page; one for anything else is left alone, and told by false. */
    boolean serve(Request request, Response response) throws IOException {
        Supplier<Content> page = pages.get(Routes.withoutSlash(request.getRequestURI()));
        if (page == null) {
            return false;
        }
        if (request.getMethod() == Method.GET || request.getMethod() == Method.HEAD) {
            send(response, page.get());
        } else {
            response.setHeader("Allow", "GET, HEAD");
            Answers.send(response, new ErrorAnswer(ErrorType.UNKNOWN_METHOD, "This path takes GET, HEAD."));
        }
        return true;
    }

    /** Grizzly itself leaves the body out where HEAD asks for none. */
    private static void send(Response response, Content content) throws IOException {
        response.setStatus(content.status());
        response.setContentType(content.type());
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        byte[] body = content.body();
        response.setContentLength(body.length);
        for (int from = 0; from < body.length; from += PIECE) {
            response.getOutputStream().write(body, from, Math.min(PIECE, body.length - from));
        }
    }
}
