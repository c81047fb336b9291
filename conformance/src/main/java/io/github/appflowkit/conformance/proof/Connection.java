package io.github.appflowkit.conformance.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.apache.http.ConnectionClosedException;
import org.apache.http.MessageConstraintException;
import org.apache.http.config.MessageConstraints;
import org.apache.http.impl.io.ContentLengthInputStream;
import org.apache.http.impl.io.HttpTransportMetricsImpl;
import org.apache.http.impl.io.IdentityInputStream;
import org.apache.http.impl.io.SessionInputBufferImpl;

/** One client's connection, byte by byte. */
final class Connection implements AutoCloseable {

    private static final int BUFFER = 8 * 1024;
    private static final MessageConstraints LONGEST_LINE =
            MessageConstraints.custom().setMaxLineLength(64 * 1024).build();

    private final Socket socket;
    private final OutputStream out;
    private SessionInputBufferImpl in;

    Connection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = buffered(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    private static SessionInputBufferImpl buffered(InputStream stream) {
        SessionInputBufferImpl buffer =
                new SessionInputBufferImpl(new HttpTransportMetricsImpl(), BUFFER, 0, LONGEST_LINE, null);
        buffer.bind(stream);
        return buffer;
    }

    /** The next line without its end, each byte in a character of its own; null at the end of the stream. */
    String line() throws IOException {
        try {
            return in.readLine();
        } catch (MessageConstraintException e) {
            throw new MalformedRequestException("A line has no end.");
        }
    }

    /** How many bytes were received and not yet asked for. */
    int buffered() {
        return in.length();
    }

    /** The next bytes, exactly as many. */
    byte[] bytes(int size) throws IOException {
        try {
            return new ContentLengthInputStream(in, size).readAllBytes();
        } catch (ConnectionClosedException e) {
            throw new MalformedRequestException("The body ends too early.");
        }
    }

    /** Lets bytes that were read already be read again, as if nobody had taken them from the stream. */
    void unread(byte[] bytes) {
        in = buffered(new SequenceInputStream(new ByteArrayInputStream(bytes), stream()));
    }

    private InputStream stream() {
        return new IdentityInputStream(in);
    }

    /** Sends a text whose characters are bytes. */
    void write(String bytes) throws IOException {
        out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Waits until the client hangs up. */
    void awaitHangUp() throws IOException {
        stream().transferTo(OutputStream.nullOutputStream());
    }

    /** Ends what is sent and takes in what the client still sends, so that it can read the last answer to its end. */
    void finish() throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(1000);
        awaitHangUp();
    }

    /** Lets {@link #close()} break the connection off with a reset. */
    void resetOnClose() throws IOException {
        socket.setSoLinger(true, 0);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
