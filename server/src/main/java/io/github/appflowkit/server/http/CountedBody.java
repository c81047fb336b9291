package io.github.appflowkit.server.http;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.FixedLengthTransferEncoding;
import org.glassfish.grizzly.http.HttpCodecFilter.ContentParsingState;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpPacketParsing;
import org.glassfish.grizzly.http.ParsingResult;
import org.glassfish.grizzly.http.TransferEncoding;

/**
 * Reads and writes bodies of a Content-Length as Grizzly does, but parts what follows a body from its buffer: Grizzly
 * would leave both one piece of memory, which the thread that serves the one request uses again before the next is read.
 */
final class CountedBody implements TransferEncoding {
    private final FixedLengthTransferEncoding grizzly = new FixedLengthTransferEncoding();

    @Override
    public boolean wantDecode(HttpHeader packet) {
        return grizzly.wantDecode(packet);
    }

    @Override
    public boolean wantEncode(HttpHeader packet) {
        return grizzly.wantEncode(packet);
    }

    @Override
    public void prepareSerialize(FilterChainContext context, HttpHeader header, HttpContent content) {
        grizzly.prepareSerialize(context, header, content);
    }

    @Override
    public Buffer serializePacket(FilterChainContext context, HttpContent content) {
        return grizzly.serializePacket(context, content);
    }

    @Override
    public ParsingResult parsePacket(FilterChainContext context, HttpHeader packet, Buffer input) {
        ContentParsingState state = ((HttpPacketParsing) packet).getContentParsingState();
        long left = state.chunkRemainder == -1 ? packet.getContentLength() : state.chunkRemainder;
        Buffer next = input.remaining() > left ? input.split(input.position() + (int) left) : null;
        return ParsingResult.create(grizzly.parsePacket(context, packet, input).getHttpContent(), next);
    }
}
