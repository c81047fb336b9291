package io.github.appflowkit.conformance.target;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpConnection;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.client.methods.HttpEntityEnclosingRequestBase;
import org.apache.http.client.params.HttpClientParams;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.entity.AbstractHttpEntity;
import org.apache.http.entity.ByteArrayEntity;
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
import org.apache.http.protocol.HttpRequestExecutor;
import org.apache.http.protocol.RequestContent;
import org.apache.http.protocol.RequestTargetHost;
import org.apache.http.util.EntityUtils;

/**
 * The HTTP client beneath REST Assured: sends exactly the headers that it is given, keeps the exact answer, and holds
 * it to a deadline and a size. It is made of the deprecated client that REST Assured brings along.
 */
@SuppressWarnings("deprecation")
final class ExactHttpClient extends DefaultHttpClient {
    private static final int LONGEST_LINE = 1 << 16;
    private static final int MOST_HEADERS = 1000;
    private static final List<String> TRANSPORT_HEADERS = List.of("host", "content-length", "transfer-encoding");

    private final Duration timeout;
    private final ScheduledExecutorService deadlines;
    private Request request;
    private URI target;
    private List<Header> toSend = List.of();
    private List<Header> sent = List.of();
    private HttpResponse response;
    private List<Header> received = List.of();
    private KeptEntity body;
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

    @Override
    protected HttpRequestExecutor createRequestExecutor() {
        return new EarlyAnswers();
    }

    /** Starts an exchange whose request goes to this path and query and bears these headers. */
    void begin(Request toBeSent, URI uri, List<Header> headers) {
        request = toBeSent;
        target = URI.create(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        toSend = headers;
        sent = headers;
        response = null;
        received = List.of();
        body = null;
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
    Exchange end(Exception failure, long micros) {
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
                body == null ? new byte[0] : body.kept(),
                body == null ? 0 : body.omitted());
        return new Exchange(request, sent, answer, null, micros);
    }

    /** Sends a request, and reads its answer whole. */
    void execute(String method, URI uri, byte[] content) throws IOException {
        HttpEntityEnclosingRequestBase message = new HttpEntityEnclosingRequestBase() {
            @Override
            public String getMethod() {
                return method;
            }
        };
        message.setURI(uri);
        if (content != null) {
            AbstractHttpEntity entity = request.inParts() ? new PartedBody(content) : new ByteArrayEntity(content);
            entity.setChunked(request.isChunked());
            message.setEntity(entity);
        }
        HttpResponse answer = execute(message);
        if (answer.getEntity() != null) {
            EntityUtils.toByteArray(answer.getEntity());
        }
    }

    private void sending(HttpRequest message, HttpContext context) {
        if (message instanceof RequestWrapper wrapper) {
            wrapper.setURI(target); // The client would make one slash of two.
        }
        toSend.stream()
                .filter(header -> TRANSPORT_HEADERS.stream().noneMatch(header.name()::equalsIgnoreCase))
                .forEach(header -> message.addHeader(header.name(), header.value()));
        sent = headers(message.getAllHeaders());

        connection = (HttpConnection) context.getAttribute(HttpCoreContext.HTTP_CONNECTION);
        long left =
                timeout.toNanos() - (System.nanoTime() - begun) + (request.inParts() ? PartedBody.PAUSE.toNanos() : 0);
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
            body = new KeptEntity(answer.getEntity(), connection);
            answer.setEntity(body);
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
}
