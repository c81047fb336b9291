package io.github.appflowkit.conformance.target;

import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.FilterContext;
import io.restassured.filter.time.TimingFilter;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.http.conn.scheme.SchemeRegistry;

/** Sends requests to the endpoint, with REST Assured and with the HTTP client beneath it. */
@SuppressWarnings("deprecation")
public final class HttpSender implements Sender {
    /** Given to REST Assured, so that it works out none; the client sends what the request says. */
    private static final String UNSENT_TYPE = "unsent/unsent; charset=unsent";

    /**
     * The filter knows the URI, whose path REST Assured would take apart for longer than it takes to send. It is the base
     * path too, since REST Assured joins two empty paths by a Groovy string, which is slow.
     */
    private static final String NO_PATH = "/";

    private final Target target;
    private final Optional<Signer> signer;
    private final Optional<Signer> second;
    private final SchemeRegistry schemes;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "deadlines");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Creates a sender.
     *
     * @param signer signs every request that does not prove its sender itself; empty to send them unsigned
     */
    public HttpSender(Target target, Optional<Signer> signer) {
        this(target, signer, Optional.empty());
    }

    /**
     * Creates a sender.
     *
     * @param signer signs the requests of the first caller; empty to send them unsigned
     * @param second signs those of the second account; empty if there is none
     */
    public HttpSender(Target target, Optional<Signer> signer, Optional<Signer> second) {
        this.target = target;
        this.signer = signer;
        this.second = second;
        this.schemes = Schemes.of(target.endpoint());
    }

    /** Makes REST Assured ready, which otherwise the first request does, and takes as long as a hundred. */
    public static void prepare() {
        given(new TimingFilter() {
                    @Override
                    public Response filter(
                            FilterableRequestSpecification given,
                            FilterableResponseSpecification expected,
                            FilterContext rest) {
                        return new ResponseBuilder().setStatusCode(200).build();
                    }
                })
                .request("POST", NO_PATH);
    }

    private static RequestSpecification given(TimingFilter sending) {
        return RestAssured.given()
                .basePath(NO_PATH)
                .urlEncodingEnabled(false)
                .contentType(UNSENT_TYPE)
                .filter(sending);
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public boolean signs() {
        return signer.isPresent();
    }

    @Override
    public boolean hasSecondAccount() {
        return second.isPresent();
    }

    private Optional<Signer> signerOf(Request request) {
        return switch (request.caller()) {
            case FIRST -> signer;
            case SECOND -> second;
        };
    }

    @Override
    public Exchange send(Request request) {
        try (HttpConnection connection = new HttpConnection()) {
            return connection.exchange(request, connection::sendWithRestAssured);
        }
    }

    @Override
    public Exchange sendRaw(Request request) {
        try (HttpConnection connection = new HttpConnection()) {
            return connection.sendRaw(request);
        }
    }

    @Override
    public Connection connect() {
        return new HttpConnection();
    }

    /** Frees the sender's thread. */
    @Override
    public void close() {
        deadlines.shutdownNow();
    }

    /** One connection to the endpoint, opened with its first request. */
    private final class HttpConnection implements Connection {
        private final ExactHttpClient client = new ExactHttpClient(schemes, target.timeout(), deadlines);

        private HttpConnection() {}

        @Override
        public Exchange sendRaw(Request request) {
            return exchange(request, this::sendBeneath);
        }

        private Exchange exchange(Request request, Transport transport) {
            URI uri = URI.create(target.endpoint() + request.target());
            List<Header> headers = new ArrayList<>(request.headers());
            signerOf(request)
                    .filter(signing -> request.header("Authorization").isEmpty())
                    .ifPresent(signing -> headers.addAll(signing.sign(request, uri)));
            client.begin(request, uri, headers);

            long start = System.nanoTime();
            Exception failure = null;
            try {
                transport.send(request, uri);
            } catch (UncheckedIOException e) {
                failure = e.getCause();
            } catch (Exception e) {
                failure = e;
            }
            long pause = request.inParts() ? PartedBody.PAUSE.toNanos() : 0;
            return client.end(failure, Math.max(0, System.nanoTime() - start - pause) / 1000);
        }

        private void sendWithRestAssured(Request request, URI uri) {
            RequestSpecification given = given(new SendingFilter(client, uri));
            if (request.body() != null) {
                given.body(request.body());
            }
            given.request(request.method(), NO_PATH);
        }

        private void sendBeneath(Request request, URI uri) throws IOException {
            client.execute(request.method(), uri, request.body());
        }

        @Override
        public void close() {
            client.close();
        }
    }

    /** Sends a request, reads its answer whole, and throws what goes wrong on the way. */
    private interface Transport {
        void send(Request request, URI uri) throws IOException;
    }
}
