package io.github.appflowkit.server.http;

import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.http.json.BoundedBody;
import io.github.appflowkit.server.signature.RequestHead;
import io.github.appflowkit.server.signature.SignatureVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;

/** Has every request prove by its signature whose it is; who has none waits for no body to be read. */
final class SignedCallers implements Identification {
    private final SignatureVerifier verifier;
    private final BoundedBody bounds;

    SignedCallers(SignatureVerifier verifier, BoundedBody bounds) {
        this.verifier = verifier;
        this.bounds = bounds;
    }

    @Override
    public Scope of(Request request) throws IOException {
        SignatureVerifier.Candidate candidate = verifier.check(head(request));
        byte[] body = bounds.read(request.getInputStream(), request.getContentLengthLong());
        Scope caller = candidate.verify(body);
        request.replayPayload(Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, body));
        return caller;
    }

    /** The request as it was received: its strings are not decoded. */
    private static RequestHead head(Request request) {
        Map<String, List<String>> headers = new HashMap<>();
        MimeHeaders received = request.getRequest().getHeaders();
        for (int i = 0; i < received.size(); i++) {
            headers.computeIfAbsent(
                            received.getName(i)
                                    .toString(StandardCharsets.ISO_8859_1)
                                    .toLowerCase(Locale.ROOT),
                            name -> new ArrayList<>())
                    .add(received.getValue(i).toString(StandardCharsets.ISO_8859_1));
        }
        String query = request.getRequest().getQueryStringDC().toString(StandardCharsets.ISO_8859_1);
        return new RequestHead(
                request.getMethod().getMethodString(), request.getRequestURI(), query == null ? "" : query, headers);
    }
}
