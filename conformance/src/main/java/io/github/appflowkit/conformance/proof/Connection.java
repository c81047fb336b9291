package io.github.appflowkit.conformance.proof;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One client's connection, byte by byte. */
final class Connection implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;
    private InputStream in;

    Connection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    InputStream in() {
        return in;
    }

    /** Lets bytes that were read already be read again, as if nobody had taken them from the stream. */
    void unread(byte[] bytes) {
        in = new SequenceInputStream(new ByteArrayInputStream(bytes), in);
    }

    /** Sends a text whose characters are bytes. */
    void write(String bytes) throws IOException {
        out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Waits until the client hangs up. */
    void awaitHangUp() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
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
