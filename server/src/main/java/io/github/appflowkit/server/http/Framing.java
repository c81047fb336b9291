package io.github.appflowkit.server.http;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.http.HttpCodecFilter.HeaderParsingState;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.DataChunk;
import org.glassfish.grizzly.http.util.Header;

/** Checks of where a request's parts end that Grizzly leaves out, so that nobody waits and nothing is read twice. */
final class Framing {
    private Framing() {}

    /** Where a request begins in the input, after the empty lines that a client may send before it. */
    static int start(Buffer input) {
        int start = input.position();
        while (start < input.limit() && (input.get(start) == '\r' || input.get(start) == '\n')) {
            start++;
        }
        return start;
    }

    /**
     * Refuses a request line that is complete and not three words. Grizzly takes line ends for part of the method, and
     * waits for more.
     */
    static void requireRequestLine(Buffer input, int start) {
        int words = 0;
        boolean inWord = false;
        for (int i = start; i < input.limit(); i++) {
            byte next = input.get(i);
            if (next == '\n') {
                if (words != 3) {
                    throw new IllegalStateException("A request line has three words, not " + words);
                }
                return;
            }
            boolean space = next == ' ' || next == '\t' || next == '\r';
            if (!space && !inWord) {
                words++;
            }
            inWord = !space;
        }
    }

    /** Whether it is beyond doubt how long the body is: two peers that disagree are how requests are smuggled. */
    static boolean isClear(HttpRequestPacket request, HeaderParsingState parsed) {
        DataChunk encoding = request.getHeaders().getValue(Header.TransferEncoding);
        return encoding == null
                || encoding.equalsIgnoreCase("chunked")
                        && parsed.contentLengthHeadersCount == 0
                        && request.getProtocol() == Protocol.HTTP_1_1;
    }
}
