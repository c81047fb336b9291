package io.github.appflowkit.conformance.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port before several servers, which get its connections in turn. */
final class Balancer implements AutoCloseable {
    private final List<URI> servers;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    Balancer(List<URI> servers) throws IOException {
        this.servers = List.copyOf(servers);
        threads.execute(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void accept() {
        try {
            for (int next = 0; ; next++) {
                Socket client = socket.accept();
                URI server = servers.get(next % servers.size());
                threads.execute(() -> forward(client, server));
            }
        } catch (IOException closed) {
            // Nobody connects any more.
        }
    }

    private void forward(Socket client, URI address) {
        try (client;
                Socket server = new Socket(address.getHost(), address.getPort())) {
            CompletableFuture<Void> requests = CompletableFuture.runAsync(() -> copy(client, server), threads);
            copy(server, client);
            requests.join();
        } catch (IOException gone) {
            // The server does not take the connection, or one of the two went away.
        }
    }

    /** Copies what one sends, and tells the other one when it has sent all. */
    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // One of the two went away.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
