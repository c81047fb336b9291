package io.github.appflowkit.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection on which a test says exactly what is sent. */
public final class RawConnection implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)\r\n");
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int MOMENT_MILLIS = 20;

    private final Socket socket;
    private final PushbackInputStream in;

    public RawConnection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new PushbackInputStream(socket.getInputStream());
    }

    public RawConnection send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Says that nothing more will be sent. */
    public void end() throws IOException {
        socket.shutdownOutput();
    }

    /** Sends bytes again and again, at moments, until the server answers or closes; says how long that took. */
    Duration drip(String bytes) throws IOException {
        long start = System.nanoTime();
        socket.setSoTimeout(MOMENT_MILLIS);
        while (System.nanoTime() - start < Duration.ofMillis(PATIENCE_MILLIS).toNanos()) {
            try {
                send(bytes);
                int answer = in.read();
                if (answer >= 0) {
                    in.unread(answer);
                }
                break;
            } catch (SocketTimeoutException e) {
                // Not yet.
            } catch (SocketException e) {
                break;
            }
        }
        socket.setSoTimeout(PATIENCE_MILLIS);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Reads one whole answer: headers, and as much body as they say. */
    public String answer() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!text(bytes).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("Closed after: " + text(bytes));
            }
            bytes.write(next);
        }
        Matcher length = LENGTH.matcher(text(bytes));
        if (length.find()) {
            bytes.write(in.readNBytes(Integer.parseInt(length.group(1))));
        }
        return text(bytes);
    }

    /** Reads until the server closes the connection. */
    public String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    boolean isClosed() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
