package io.github.appflowkit.conformance.target;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpConnection;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.client.methods.HttpEntityEnclosingRequestBase;
import org.apache.http.client.params.HttpClientParams;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.entity.AbstractHttpEntity;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.HttpEntityWrapper;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.client.RequestWrapper;
import org.apache.http.params.CoreConnectionPNames;
import org.apache.http.params.HttpConnectionParams;
import org.apache.http.params.HttpParams;
import org.apache.http.params.HttpProtocolParams;
import org.apache.http.params.SyncBasicHttpParams;
import org.apache.http.protocol.BasicHttpContext;
import org.apache.http.protocol.BasicHttpProcessor;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpCoreContext;
import org.apache.http.protocol.RequestContent;
import org.apache.http.protocol.RequestTargetHost;
import org.apache.http.util.EntityUtils;

/**
 * The HTTP client beneath REST Assured: sends exactly the headers that it is given, keeps the exact answer, and holds
 * it to a deadline and a size. It is made of the deprecated client that REST Assured brings along.
 */
@SuppressWarnings("deprecation")
final class ExactHttpClient extends DefaultHttpClient {
    private static final int KEPT_BODY = 1 << 20;
    private static final int LONGEST_BODY = 1 << 26;
    private static final int LONGEST_LINE = 1 << 16;
    private static final int MOST_HEADERS = 1000;
    private static final List<String> TRANSPORT_HEADERS = List.of("host", "content-length", "transfer-encoding");

    private final Duration timeout;
    private final ScheduledExecutorService deadlines;
    private URI target;
    private List<Header> toSend = List.of();
    private List<Header> sent = List.of();
    private HttpResponse response;
    private List<Header> received = List.of();
    private ByteArrayOutputStream body;
    private long omitted;
    private long begun;
    private HttpConnection connection;
    private ScheduledFuture<?> deadline;
    private volatile boolean deadlinePassed;

    ExactHttpClient(SchemeRegistry schemes, Duration timeout, ScheduledExecutorService deadlines) {
        super(new WholeHeads(schemes));
        this.timeout = timeout;
        this.deadlines = deadlines;
        HttpParams params = getParams();
        params.setIntParameter(CoreConnectionPNames.CONNECTION_TIMEOUT, (int) timeout.toMillis());
        params.setIntParameter(CoreConnectionPNames.SO_TIMEOUT, (int) timeout.toMillis());
        params.setIntParameter(CoreConnectionPNames.MAX_LINE_LENGTH, LONGEST_LINE);
        params.setIntParameter(CoreConnectionPNames.MAX_HEADER_COUNT, MOST_HEADERS);
        HttpClientParams.setRedirecting(params, false);
        HttpClientParams.setAuthenticating(params, false);
        setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
        addRequestInterceptor(this::sending);
        addResponseInterceptor(this::answered);
    }

    /** The defaults without the client's own name, which is never sent, and for which a file is read for every client. */
    @Override
    protected HttpParams createHttpParams() {
        HttpParams params = new SyncBasicHttpParams();
        HttpProtocolParams.setVersion(params, HttpVersion.HTTP_1_1);
        HttpConnectionParams.setTcpNoDelay(params, true);
        HttpConnectionParams.setSocketBufferSize(params, 8192);
        return params;
    }

    /** What frames a request, and no more: all other headers are those that are given. */
    @Override
    protected BasicHttpProcessor createHttpProcessor() {
        BasicHttpProcessor processor = new BasicHttpProcessor();
        processor.addInterceptor(new RequestContent());
        processor.addInterceptor(new RequestTargetHost());
        return processor;
    }

    /** Starts an exchange whose request goes to this path and query and bears these headers. */
    void begin(URI uri, List<Header> headers) {
        target = URI.create(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        toSend = headers;
        sent = headers;
        response = null;
        received = List.of();
        body = new ByteArrayOutputStream();
        omitted = 0;
        deadlinePassed = false;
    }

    /**
     * Starts the clock when the client is asked to send: what the suite does before is not the endpoint's time. There are
     * no cookies, and no passwords.
     */
    @Override
    protected HttpContext createHttpContext() {
        begun = System.nanoTime();
        return new BasicHttpContext();
    }

    /** Ends the exchange and tells what came of it. */
    Exchange end(Request request, Exception failure, long micros) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        if (failure != null || response == null) {
            Broken broken = failure == null
                    ? new Broken(true, false, false, "no answer was read")
                    : Broken.of(failure, deadlinePassed, timeout);
            return new Exchange(request, sent, null, broken, micros);
        }
        Answer answer = new Answer(
                response.getProtocolVersion().toString(),
                response.getStatusLine().getStatusCode(),
                received,
                body.toByteArray(),
                omitted);
        return new Exchange(request, sent, answer, null, micros);
    }

    /** Sends a request, reads its answer whole, and gives its status. */
    int execute(String method, URI uri, byte[] content) throws IOException {
        return executeEntity(method, uri, content == null ? null : new ByteArrayEntity(content));
    }

    /** Sends a request whose body leaves in its own way, chunked if a header says so. */
    int executeEntity(String method, URI uri, AbstractHttpEntity content) throws IOException {
        HttpEntityEnclosingRequestBase request = new HttpEntityEnclosingRequestBase() {
            @Override
            public String getMethod() {
                return method;
            }
        };
        request.setURI(uri);
        if (content != null) {
            content.setChunked(toSend.contains(Header.CHUNKED));
            request.setEntity(content);
        }
        HttpResponse answer = execute(request);
        if (answer.getEntity() != null) {
            EntityUtils.toByteArray(answer.getEntity());
        }
        return answer.getStatusLine().getStatusCode();
    }

    private void sending(HttpRequest request, HttpContext context) {
        if (request instanceof RequestWrapper wrapper) {
            wrapper.setURI(target); // The client would make one slash of two.
        }
        toSend.stream()
                .filter(header -> TRANSPORT_HEADERS.stream().noneMatch(header.name()::equalsIgnoreCase))
                .forEach(header -> request.addHeader(header.name(), header.value()));
        sent = headers(request.getAllHeaders());

        connection = (HttpConnection) context.getAttribute(HttpCoreContext.HTTP_CONNECTION);
        long left = timeout.toNanos() - (System.nanoTime() - begun);
        deadline = deadlines.schedule(this::cut, left, TimeUnit.NANOSECONDS);
    }

    private void cut() {
        deadlinePassed = true;
        try {
            connection.shutdown();
        } catch (IOException alreadyClosed) {
            deadlinePassed = true;
        }
    }

    private void answered(HttpResponse answer, HttpContext context) {
        response = answer;
        received = headers(answer.getAllHeaders());
        if (answer.getEntity() != null) {
            answer.setEntity(new KeptEntity(answer.getEntity()));
            answer.removeHeaders(HttpHeaders.CONTENT_ENCODING);
        }
    }

    private static List<Header> headers(org.apache.http.Header[] headers) {
        return Arrays.stream(headers)
                .map(header -> new Header(header.getName(), header.getValue() == null ? "" : header.getValue()))
                .toList();
    }

    @Override
    public void close() {
        getConnectionManager().shutdown();
    }

    /** An answer's body, whose beginning is kept as it is read; the rest of a huge one is read too and let go. */
    private final class KeptEntity extends HttpEntityWrapper {
        KeptEntity(HttpEntity entity) {
            super(entity);
        }

        /** Unknown, so that nobody makes room for what a header promises. */
        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new FilterInputStream(super.getContent()) {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int room = KEPT_BODY - body.size();
                    if (room == 0) {
                        letGo();
                        return -1;
                    }
                    int count = super.read(buffer, offset, Math.min(length, room));
                    if (count > 0) {
                        body.write(buffer, offset, count);
                    }
                    return count;
                }

                private void letGo() throws IOException {
                    byte[] buffer = new byte[1 << 14];
                    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                        omitted += count;
                        if (KEPT_BODY + omitted > LONGEST_BODY) {
                            connection.shutdown();
                            throw new BodyTooLargeException(LONGEST_BODY);
                        }
                    }
                }
            };
        }
    }
}
