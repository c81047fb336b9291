package io.github.appflowkit.server.http;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.ChunkedTransferEncoding;
import org.glassfish.grizzly.http.HttpBrokenContentException;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpTrailer;
import org.glassfish.grizzly.http.ParsingResult;

/**
 * Reads chunked bodies strictly, and writes them as Grizzly does, which reads whatever stands between two chunks, and
 * waits for more where a size or a trailer is none. Trailers are read and dropped.
 */
final class StrictChunks extends BodyDecoding {
    private static final String STATE = StrictChunks.class.getName();

    private final int maxTrailerBytes;

    StrictChunks(int maxTrailerBytes) {
        super(new ChunkedTransferEncoding(maxTrailerBytes));
        this.maxTrailerBytes = maxTrailerBytes;
    }

    @Override
    public ParsingResult parsePacket(FilterChainContext context, HttpHeader packet, Buffer input) {
        HttpRequestPacket request = (HttpRequestPacket) packet;
        ChunkFraming framing = (ChunkFraming) request.getAttribute(STATE);
        if (framing == null) {
            framing = new ChunkFraming(maxTrailerBytes);
            request.setAttribute(STATE, framing);
        }
        while (input.hasRemaining()) {
            if (framing.dataLeft() > 0) {
                int length = Math.min(framing.dataLeft(), input.remaining());
                Buffer rest = input.split(input.position() + length);
                framing.dataRead(length);
                return ParsingResult.create(
                        HttpContent.builder(packet).content(input).build(), rest);
            }
            try {
                framing.next(input.get());
            } catch (RuntimeException e) {
                throw new HttpBrokenContentException(e);
            }
            if (framing.isEnd()) {
                return ParsingResult.create(HttpTrailer.builder(packet).build(), input.split(input.position()));
            }
        }
        return ParsingResult.create(null, null);
    }
}
