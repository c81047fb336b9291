package io.github.appflowkit.server.http;

import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.DataChunk;
import org.glassfish.grizzly.http.util.Header;

/** Checks of where a request's parts end that Grizzly leaves out, so that nobody waits and nothing is read twice. */
final class Framing {
    private Framing() {}

    /** Where a request begins in the input, after the empty lines that a client may send before it. */
    static int start(Buffer input) {
        int start = input.position();
        while (start + 1 < input.limit() && input.get(start) == '\r' && input.get(start + 1) == '\n') {
            start += 2;
        }
        return start;
    }

    /** Whether what begins there asks for an answer without its body. */
    static boolean isHead(Buffer input, int start) {
        String method = Method.HEAD.getMethodString() + " ";
        int end = start + method.length();
        return input.limit() >= end
                && input.toStringContent(StandardCharsets.ISO_8859_1, start, end)
                        .equals(method);
    }

    /** Whether it is beyond doubt how long the body is: two peers that disagree are how requests are smuggled. */
    static boolean isClear(HttpRequestPacket request) {
        DataChunk encoding = request.getHeaders().getValue(Header.TransferEncoding);
        return encoding == null || encoding.equalsIgnoreCase("chunked") && request.getProtocol() == Protocol.HTTP_1_1;
    }
}
