package io.github.appflowkit.server.http;

import io.github.appflowkit.server.control.Fault;
import io.github.appflowkit.server.http.error.ErrorAnswer;
import io.github.appflowkit.server.http.error.ErrorType;
import io.github.appflowkit.server.http.error.RefusedRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.ChunkedTransferEncoding;
import org.glassfish.grizzly.http.FixedLengthTransferEncoding;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpPacketParsing;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.KeepAlive;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.TransferEncoding;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;

/**
 * Grizzly's HTTP codec, mended: an offered upgrade is declined instead of waited for, a connection outlives the answers
 * that its requests' content earns, and malformed HTTP is noticed, and answered in the shape of all errors. Where a
 * fault asks for it, it breaks what it should send.
 *
 * @see <a href="https://github.com/eclipse-ee4j/grizzly/blob/4.0.2-RELEASE/modules/http/src/main/java/org/glassfish/grizzly/http/HttpServerFilter.java">what is mended</a>
 */
final class HttpCodec extends HttpServerFilter {
    private static final ErrorAnswer MALFORMED =
            new ErrorAnswer(ErrorType.MALFORMED_HTTP, "The request is not well-formed HTTP.");

    /** The request's attribute that holds its exchange, whose connection may have to be lost. */
    static final String EXCHANGE = HttpCodec.class.getName() + ".exchange";

    private static final String PERSISTENT = HttpCodec.class.getName() + ".persistent";
    private static final String REFUSAL = HttpCodec.class.getName() + ".refusal";

    private final int maxHeaders;
    private final BiConsumer<UUID, ErrorAnswer> refusals;
    private volatile boolean last;

    @SuppressWarnings("deprecation") // The constructor that Grizzly's own server uses; no other takes limits.
    HttpCodec(KeepAlive keepAlive, int maxHeaderBytes, int maxHeaders, BiConsumer<UUID, ErrorAnswer> refusals) {
        super(true, maxHeaderBytes, null, keepAlive, null, maxHeaders, maxHeaders);
        this.maxHeaders = maxHeaders;
        this.refusals = refusals;
        for (TransferEncoding encoding : getTransferEncodings()) {
            if (encoding instanceof ChunkedTransferEncoding || encoding instanceof FixedLengthTransferEncoding) {
                removeTransferEncoding(encoding);
            }
        }
        addTransferEncoding(new CountedBody());
        addTransferEncoding(new StrictChunks(maxHeaderBytes));
    }

    /** Lets the next answer of every connection be its last, and say so. */
    void last() {
        last = true;
    }

    /** Stays with HTTP/1.1, as a server may: Grizzly would take the body for the other protocol's and never end it. */
    @Override
    protected void onIncomingUpgrade(FilterChainContext context, HttpHeader header) {
        header.getUpgradeDC().recycle();
    }

    @Override
    protected boolean decodeHttpPacket(FilterChainContext context, HttpPacketParsing packet, Buffer input) {
        HeaderParsingState state = packet.getHeaderParsingState();
        int start = Framing.start(input);
        if (Framing.isHead(input, start)) {
            // Also if it is refused before its parts are told apart.
            ((HttpRequestPacket) packet).setMethod(Method.HEAD);
        }
        HeadSyntax.require(input, start, maxHeaders);
        if (state.state == 0 && state.subState == 0) {
            state.start = start;
            state.offset = Math.max(start, state.offset);
        }
        return super.decodeHttpPacket(context, packet, input);
    }

    /** Says whether the headers are in error. */
    @Override
    protected boolean onHttpHeaderParsed(HttpHeader header, Buffer input, FilterChainContext context) {
        boolean broken = super.onHttpHeaderParsed(header, input, context);
        HttpRequestPacket request = (HttpRequestPacket) header;
        // Whatever the method: of TRACE and CONNECT, Grizzly would take the body for the next request.
        request.setExpectContent(request.getContentLength() > 0 || request.isChunked());
        return broken || !Framing.isClear(request);
    }

    @Override
    protected Buffer encodeHttpPacket(FilterChainContext context, HttpPacket packet) {
        HttpResponsePacket response = (HttpResponsePacket) packet.getHttpHeader();
        HttpRequestPacket request = response.getRequest();
        if (!response.isCommitted() && last) {
            request.getProcessingState().setKeepAlive(false);
        }
        if (!response.isCommitted() && request.getProcessingState().isKeepAlive()) {
            request.setAttribute(PERSISTENT, true);
        }
        return switch (connectionAfter(request)) {
            case KEPT -> super.encodeHttpPacket(context, packet);
            case CUT -> {
                context.getConnection().closeSilently();
                yield null;
            }
            case TRUNCATED -> truncated(context, packet);
        };
    }

    private static Fault.Connection connectionAfter(HttpRequestPacket request) {
        Exchange exchange = (Exchange) request.getAttribute(EXCHANGE);
        return exchange == null ? Fault.Connection.KEPT : exchange.connection();
    }

    /** Announces the whole body, sends half of it, and lets the connection end. An empty one is announced as more. */
    private Buffer truncated(FilterChainContext context, HttpPacket packet) {
        HttpResponsePacket response = (HttpResponsePacket) packet.getHttpHeader();
        Buffer body = packet instanceof HttpContent content ? content.getContent() : Buffers.EMPTY_BUFFER;
        if (!response.isCommitted() && response.getContentLength() == 0) {
            response.setContentLength(1);
        }
        body.limit(body.position() + body.remaining() / 2);
        Buffer encoded = super.encodeHttpPacket(context, packet);
        response.getRequest().getProcessingState().setKeepAlive(false);
        return encoded;
    }

    /** Undoes "Connection: close", which Grizzly adds to every 400 and 500 just before it writes the headers. */
    @Override
    protected void onInitialLineEncoded(HttpHeader header, FilterChainContext context) {
        HttpResponsePacket response = (HttpResponsePacket) header;
        HttpRequestPacket request = response.getRequest();
        boolean wellFormed = !request.getProcessingState().isError() && !request.isContentBroken();
        int status = response.getStatus();
        if ((status == 400 || status == 500)
                && wellFormed
                && request.getProtocol() == Protocol.HTTP_1_1
                && request.getAttribute(PERSISTENT) != null) {
            response.getHeaders().removeHeader(Header.Connection);
            request.getProcessingState().setKeepAlive(true);
        }
    }

    @Override
    protected void onHttpHeaderError(HttpHeader header, FilterChainContext context, Throwable error)
            throws IOException {
        HttpRequestPacket request = (HttpRequestPacket) header;
        HttpResponsePacket response = request.getResponse();
        String reason = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        ErrorAnswer answer = MALFORMED;
        if (error instanceof RefusedRequest refusal) {
            answer = ErrorAnswer.of(refusal);
        } else if (reason.contains("line is too large")) {
            answer = new ErrorAnswer(ErrorType.URI_TOO_LONG, "The request line is too long.");
        } else if (reason.contains("header is too large")) {
            answer = new ErrorAnswer(ErrorType.HEADERS_TOO_LARGE, "The headers are too large.");
        }
        response.setStatus(answer.type().status());
        request.setAttribute(REFUSAL, answer);
        if (request.getMethodDC().isNull() || request.getMethod() == Method.CONNECT) {
            // Grizzly looks at it when it answers, and gives a tunnel no body.
            request.setMethod(Method.GET);
        }
        request.setProtocol(Protocol.HTTP_1_1);
        request.getProcessingState().setKeepAlive(false);
        super.onHttpHeaderError(header, context, error);
    }

    /** Ends the connection also where the request was answered already, since nothing after it can be read. */
    @Override
    protected void onHttpContentError(HttpHeader header, FilterChainContext context, Throwable error)
            throws IOException {
        boolean answered = ((HttpRequestPacket) header).getResponse().isCommitted();
        super.onHttpContentError(header, context, error);
        if (answered) {
            header.getProcessingState().getHttpContext().close();
        }
    }

    @Override
    protected HttpContent customizeErrorResponse(HttpResponsePacket response) {
        ErrorAnswer refusal = (ErrorAnswer) response.getRequest().getAttribute(REFUSAL);
        ErrorAnswer answer = refusal == null ? MALFORMED : refusal;
        byte[] body = answer.body();
        answer.headers().forEach(response::setHeader);
        UUID id = RequestId.next();
        response.setHeader(Answers.REQUEST_ID, id.toString());
        refusals.accept(id, answer);
        response.setContentLength(body.length);
        boolean hasBody = !response.getRequest().isHeadRequest();
        return HttpContent.builder(response)
                .content(hasBody ? Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, body) : Buffers.EMPTY_BUFFER)
                .last(true)
                .build();
    }
}
