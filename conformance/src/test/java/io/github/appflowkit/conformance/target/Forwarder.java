package io.github.appflowkit.conformance.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port in front of an endpoint, which can cease to forward: connections are then taken and never answered. */
public final class Forwarder implements AutoCloseable {
    private final URI endpoint;
    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean hanging;

    public Forwarder(URI endpoint) throws IOException {
        this.endpoint = endpoint;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** Ceases to forward. */
    public void hang() {
        hanging = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                open.add(client);
                if (!hanging) {
                    Socket server = new Socket(endpoint.getHost(), endpoint.getPort());
                    start(() -> copy(client, server));
                    start(() -> copy(server, client));
                }
            }
        } catch (IOException closed) {
            // Nobody connects any more.
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // One of the two went away, and the other one with it.
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "forwarder");
        thread.setDaemon(true);
        thread.start();
    }

    /** Refuses connections from now on. */
    @Override
    public void close() {
        try {
            socket.close();
            for (Socket client : open) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
