package io.github.appflowkit.conformance.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Answers every connection with the same bytes, whatever it is sent, and keeps the last request. */
public final class CannedEndpoint implements AutoCloseable {
    private final ServerSocket socket;
    private final byte[] answer;
    private final boolean closes;
    private volatile String received = "";

    private CannedEndpoint(String answer, boolean closes) throws IOException {
        this.answer = answer.getBytes(StandardCharsets.ISO_8859_1);
        this.closes = closes;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "canned-endpoint");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers and closes the connection. */
    public static CannedEndpoint answering(String answer) throws IOException {
        return new CannedEndpoint(answer, true);
    }

    /** Answers and leaves the connection open. */
    public static CannedEndpoint answeringAndHanging(String answer) throws IOException {
        return new CannedEndpoint(answer, false);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** The head and the body of the last request. */
    String received() {
        return received;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                received = read(connection.getInputStream());
                connection.getOutputStream().write(answer);
                connection.getOutputStream().flush();
                if (closes) {
                    connection.close();
                }
            } catch (IOException closed) {
                // The client went away, or the endpoint is closed.
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) in.read());
        }
        String head = text.toString().toLowerCase(Locale.ROOT);
        int start = head.indexOf("content-length: ");
        if (start >= 0) {
            int length = Integer.parseInt(
                    head.substring(start + 16, head.indexOf('\r', start)).strip());
            text.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
