package io.github.appflowkit.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Sends a call once, on a connection of its own. */
final class Probe {
    private static final int TIMEOUT_MILLIS = 10_000;

    private Probe() {}

    /** Whether the answer has the status that it should have; nothing that listens is no answer. */
    static boolean isAnswered(int port, Call call) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(request(call));
            out.flush();
            String statusLine = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
            return statusLine != null && statusLine.startsWith("HTTP/1.1 " + call.status());
        } catch (IOException e) {
            return false;
        }
    }

    /** Makes sure that a connection outlives the answer. */
    static void requireKept(int port, Call call) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            AnswerReader answers = new AnswerReader(socket.getInputStream());
            for (int time = 0; time < 2; time++) {
                socket.getOutputStream().write(request(call));
                answers.require(call.status());
            }
        }
    }

    /** The bytes of a request that keeps its connection. */
    static byte[] request(Call call) {
        byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
        String headers = call.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        String head = "POST %s HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: %d\r\n\r\n"
                .formatted(call.path(), headers, body.length);
        return (head + call.body()).getBytes(StandardCharsets.UTF_8);
    }
}
