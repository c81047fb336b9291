package io.github.appflowkit.conformance.target;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Does the same on every connection, whatever it is sent, and keeps the last request. */
public final class CannedEndpoint implements AutoCloseable {
    private final ServerSocket socket;
    private final Behaviour behaviour;
    private volatile String received = "";

    private CannedEndpoint(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "canned-endpoint");
        thread.setDaemon(true);
        thread.start();
    }

    /** What is done with a connection. */
    public interface Behaviour {
        void serve(Socket connection) throws IOException;
    }

    /** Answers and closes the connection. */
    public static CannedEndpoint answering(String answer) throws IOException {
        return new CannedEndpoint(connection -> {
            write(connection, answer);
            connection.close();
        });
    }

    /** Answers and leaves the connection open. */
    public static CannedEndpoint answeringAndHanging(String answer) throws IOException {
        return new CannedEndpoint(connection -> write(connection, answer));
    }

    /** Does what it is told with a connection whose request was read. */
    public static CannedEndpoint doing(Behaviour behaviour) throws IOException {
        return new CannedEndpoint(behaviour);
    }

    /** Writes bytes, a character each. */
    public static void write(Socket connection, String bytes) throws IOException {
        connection.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }

    /** Lets time pass, unless the client goes away before. */
    public static void pause(Socket connection, int millis) throws IOException {
        connection.setSoTimeout(millis);
        try {
            if (connection.getInputStream().read() < 0) {
                throw new EOFException();
            }
        } catch (SocketTimeoutException waited) {
            // The client is still there.
        }
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
                behaviour.serve(connection);
            } catch (IOException closed) {
                // The client went away, or the endpoint is closed.
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        readTo("\r\n\r\n", in, text);
        String head = text.toString().toLowerCase(Locale.ROOT);
        int start = head.indexOf("content-length: ");
        if (start >= 0) {
            int length = Integer.parseInt(
                    head.substring(start + 16, head.indexOf('\r', start)).strip());
            text.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        if (head.contains("transfer-encoding: chunked")) {
            readTo("\r\n0\r\n\r\n", in, text);
        }
        return text.toString();
    }

    private static void readTo(String end, InputStream in, StringBuilder text) throws IOException {
        while (text.indexOf(end) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            text.append((char) next);
        }
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
