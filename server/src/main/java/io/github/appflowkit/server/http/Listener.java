package io.github.appflowkit.server.http;

import io.github.appflowkit.server.http.error.ErrorAnswer;
import io.github.appflowkit.server.http.error.ErrorType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.http.server.ErrorPageGenerator;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/** Listens on a port, and speaks HTTP on it for a gate. */
final class Listener implements AutoCloseable {
    private static final int MAX_HEADERS = 100;
    static final int SELECTORS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int MIN_WORKERS = 4;
    /** As much of the body of a refused request as is read and dropped, for the next request's sake. */
    private static final long MAX_DROPPED_BYTES = 8L * 1024 * 1024;

    /** As much of an answer as waits for its client to take it, while what is left waits to be written. */
    private static final int MAX_PENDING_BYTES = 64 * 1024;

    private static final String[] TLS_VERSIONS = {"TLSv1.2", "TLSv1.3"};

    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Held here, since nobody else does, and a logger that is dropped forgets its level. */
    private static final Logger GRIZZLY = Logger.getLogger("org.glassfish.grizzly");

    static {
        // It tells of every start and stop, which is noise among the tests of those who embed a server.
        if (GRIZZLY.getLevel() == null) {
            GRIZZLY.setLevel(Level.SEVERE);
        }
    }

    private final HttpServer server;
    private final NetworkListener network;
    private final UnreadAnswers unread;
    private final ReadingThreads readers;
    private final HttpCodec codec;
    private final Gate gate;
    private boolean closed;

    private Listener(
            HttpServer server,
            NetworkListener network,
            UnreadAnswers unread,
            ReadingThreads readers,
            HttpCodec codec,
            Gate gate) {
        this.server = server;
        this.network = network;
        this.unread = unread;
        this.readers = readers;
        this.codec = codec;
        this.gate = gate;
    }

    /**
     * Begins to listen.
     *
     * @param tls what to speak TLS with, or null to speak in the clear
     */
    static Listener open(String host, int port, Limits limits, SSLContext tls, Gate gate) throws IOException {
        NetworkListener network = new NetworkListener("appflow", host, port);
        network.getKeepAlive().setMaxRequestsCount(-1);
        network.getKeepAlive()
                .setIdleTimeoutInSeconds((int) limits.idleTimeout().toSeconds());
        network.setDefaultErrorPageGenerator(jsonErrors());
        network.setMaxPendingBytes(MAX_PENDING_BYTES);
        UnreadAnswers unread = new UnreadAnswers(limits.readTimeout());
        ReadingThreads readers = new ReadingThreads();
        HttpCodec codec = new HttpCodec(network.getKeepAlive(), limits.maxHeaders(), MAX_HEADERS, gate::refused);
        network.registerAddOn((listener, chain) -> fit(chain, limits, unread, readers, codec, gate));
        if (tls != null) {
            network.setSecure(true);
            network.setSSLEngineConfig(
                    new SSLEngineConfigurator(tls, false, false, false).setEnabledProtocols(TLS_VERSIONS));
        }
        TCPNIOTransport transport = network.getTransport();
        transport.setSelectorRunnersCount(SELECTORS);
        transport.setReadTimeout(limits.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
        transport.setWorkerThreadPoolConfig(ThreadPoolConfig.defaultConfig()
                .setPoolName("appflow-worker")
                .setCorePoolSize(Math.max(MIN_WORKERS, Runtime.getRuntime().availableProcessors() * 2))
                // A worker waits for the body of its request, so that there must be more of them than of slow clients.
                .setMaxPoolSize(limits.maxConnections() + MIN_WORKERS));

        HttpServer server = new HttpServer();
        server.getServerConfiguration().setPassTraceRequest(true);
        server.addListener(network);
        Listener listener = new Listener(server, network, unread, readers, codec, gate);
        gate.start();
        try {
            server.start();
        } catch (IOException | RuntimeException e) {
            listener.close();
            throw e;
        }
        return listener;
    }

    int port() {
        return network.getPort();
    }

    /** Takes no more connections, answers what came on those that were taken, within bounds, and frees port and threads. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        codec.last();
        long end = System.nanoTime() + GRACE.toNanos();
        try {
            network.getTransport().unbindAll();
            // Grizzly would wait for the requests that it has read, and drop or refuse those that it has not.
            readers.awaitRound(GRACE);
            long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
            server.shutdown(left, TimeUnit.MILLISECONDS).get(left + 1_000, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // What is still open is closed below.
        } finally {
            server.shutdownNow();
            unread.close();
            gate.destroy();
        }
    }

    /** Puts our codec and our gate into Grizzly's chain, so that they are there before the first connection is. */
    private static void fit(
            FilterChainBuilder chain,
            Limits limits,
            UnreadAnswers unread,
            ReadingThreads readers,
            HttpCodec codec,
            Gate gate) {
        codec.setAllowPayloadForUndefinedHttpMethods(true);
        codec.setMaxPayloadRemainderToSkip(MAX_DROPPED_BYTES);
        chain.set(chain.indexOfType(org.glassfish.grizzly.http.HttpServerFilter.class), codec);
        HttpServerFilter handlers = (HttpServerFilter) chain.get(chain.indexOfType(HttpServerFilter.class));
        handlers.setHttpHandler(gate);
        int transport = chain.indexOfType(TransportFilter.class);
        chain.add(transport + 1, unread);
        chain.add(transport + 2, new ConnectionCount(limits.maxConnections()));
        chain.add(transport + 3, readers);
    }

    /** Answers what Grizzly itself refuses in the shape of all errors; it does so to new requests while it stops. */
    private static ErrorPageGenerator jsonErrors() {
        return (request, status, reason, description, cause) -> {
            ErrorAnswer answer = status == ErrorType.UNAVAILABLE.status()
                    ? new ErrorAnswer(ErrorType.UNAVAILABLE, "The server is stopping.")
                    : new ErrorAnswer(ErrorType.INTERNAL, "An internal error occurred. Try again later.");
            request.getResponse().setStatus(answer.type().status());
            request.getResponse().setHeader(Answers.REQUEST_ID, RequestId.next().toString());
            answer.headers().forEach(request.getResponse()::setHeader);
            return new String(answer.body(), StandardCharsets.UTF_8);
        };
    }
}
