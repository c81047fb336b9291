package io.github.appflowkit.server.http;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.TransferEncoding;

/** A way to read bodies, beside Grizzly's own way to write them. */
abstract class BodyDecoding implements TransferEncoding {
    /** The encoding of Grizzly's that is mended. */
    protected final TransferEncoding grizzly;

    BodyDecoding(TransferEncoding grizzly) {
        this.grizzly = grizzly;
    }

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
}
