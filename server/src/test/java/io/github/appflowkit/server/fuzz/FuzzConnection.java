package io.github.appflowkit.server.fuzz;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import javax.net.SocketFactory;

/** A connection of a fuzzing client, which may send in pieces. */
final class FuzzConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    /** @param patience how long an answer may take before the server is taken to hang */
    FuzzConnection(URI server, SocketFactory sockets, Duration patience) throws IOException {
        socket = sockets.createSocket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) patience.toMillis());
        // So many connections would use all ports up, if each were remembered for a while.
        socket.setSoLinger(true, 0);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends bytes, and bears it if the server does not want the rest: the answer may be there nevertheless. */
    void send(byte[] bytes, int pieceLength) throws IOException {
        try {
            for (int from = 0; from < bytes.length; from += pieceLength) {
                int to = Math.min(bytes.length, from + pieceLength);
                socket.getOutputStream().write(Arrays.copyOfRange(bytes, from, to));
            }
        } catch (SocketException e) {
            // Nothing to do: what the server says, or does not, tells whether that is right.
        }
    }

    WireAnswer answer(boolean hasBody) throws IOException {
        return WireAnswer.read(in, hasBody);
    }

    /** Whether nothing more comes, since the server closed. */
    boolean isEnded() throws IOException {
        try {
            return in.read() < 0;
        } catch (EOFException | SocketException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
