package io.github.appflowkit.server.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a server, and puts one text for another in what it answers. */
final class TamperingRelay implements AutoCloseable {
    private final URI server;
    private final String right;
    private final String wrong;
    private final ServerSocket clients;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    TamperingRelay(URI server, String right, String wrong) throws IOException {
        this.server = server;
        this.right = right;
        this.wrong = wrong;
        clients = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + clients.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                Socket client = clients.accept();
                Socket upstream = new Socket(server.getHost(), server.getPort());
                upstream.setTcpNoDelay(true);
                client.setTcpNoDelay(true);
                threads.execute(() -> pump(client, upstream, false));
                threads.execute(() -> pump(upstream, client, true));
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[64 * 1024];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                String text = new String(piece, 0, length, StandardCharsets.ISO_8859_1);
                String sent = answers && !right.isEmpty() ? text.replace(right, wrong) : text;
                out.write(sent.getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // One of the two has ended.
        }
    }

    @Override
    public void close() throws IOException {
        clients.close();
        threads.shutdownNow();
    }
}
