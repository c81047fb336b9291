package io.github.appflowkit.server.http;

import io.github.appflowkit.server.account.Scope;
import java.io.IOException;
import org.glassfish.grizzly.http.server.Request;

/** Tells whose resources a request means, by taking its word or by having it proved. */
interface Identification {
    /**
     * The account and region of a request.
     *
     * @throws io.github.appflowkit.server.problem.Problem if it does not prove who sends it
     */
    Scope of(Request request) throws IOException;
}
