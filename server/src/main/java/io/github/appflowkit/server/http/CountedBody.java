package io.github.appflowkit.server.http;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.FixedLengthTransferEncoding;
import org.glassfish.grizzly.http.HttpCodecFilter.ContentParsingState;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpPacketParsing;
import org.glassfish.grizzly.http.ParsingResult;

/**
 * Reads and writes bodies of a Content-Length as Grizzly does, but parts what follows a body from its buffer: Grizzly
 * would leave both one piece of memory, which the thread that serves the one request uses again before the next is read.
 */
final class CountedBody extends BodyDecoding {
    CountedBody() {
        super(new FixedLengthTransferEncoding());
    }

    @Override
    public ParsingResult parsePacket(FilterChainContext context, HttpHeader packet, Buffer input) {
        ContentParsingState state = ((HttpPacketParsing) packet).getContentParsingState();
        long left = state.chunkRemainder == -1 ? packet.getContentLength() : state.chunkRemainder;
        Buffer next = input.remaining() > left ? input.split(input.position() + (int) left) : null;
        return ParsingResult.create(grizzly.parsePacket(context, packet, input).getHttpContent(), next);
    }
}
