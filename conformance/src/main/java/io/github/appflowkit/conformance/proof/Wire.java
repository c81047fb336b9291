package io.github.appflowkit.conformance.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The way in which an answer goes out, right or wrong. */
@FunctionalInterface
interface Wire {

    /** HTTP/1.1 with a Content-Length. */
    Wire PLAIN = (answer, connection) -> {
        connection.write(head("HTTP/1.1", sized(answer, 0)) + body(answer));
        return true;
    };

    Wire LOWER_CASE_HEADERS = (answer, connection) -> {
        Answer sized = sized(answer, 0);
        Headers lower = sized.headers().lowerCase();
        connection.write(head("HTTP/1.1", new Answer(answer.status(), lower, answer.body(), PLAIN)) + body(answer));
        return true;
    };

    Wire CHUNKED = (answer, connection) -> {
        connection.write(head("HTTP/1.1", answer.header("Transfer-Encoding", "chunked")));
        String body = body(answer);
        for (int at = 0; at < body.length(); at += 10) {
            String chunk = body.substring(at, Math.min(at + 10, body.length()));
            connection.write(Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n");
        }
        connection.write("0\r\n\r\n");
        return true;
    };

    /** HTTP/1.0, where the end of the connection is the end of the body. */
    Wire HTTP_1_0 = (answer, connection) -> {
        connection.write(head("HTTP/1.0", answer.header("Connection", "close")) + body(answer));
        return false;
    };

    /** One byte at a time. */
    Wire IN_DRIBLETS = (answer, connection) -> {
        String message = head("HTTP/1.1", sized(answer, 0)) + body(answer);
        for (int at = 0; at < message.length(); at++) {
            connection.write(message.substring(at, at + 1));
        }
        return true;
    };

    /** The connection ends in the middle of the body, or of the head where there is none. */
    Wire CUT = (answer, connection) -> {
        String message = head("HTTP/1.1", sized(answer, 0)) + body(answer);
        connection.write(message.substring(0, message.length() - Math.max(2, answer.body().length / 2)));
        return false;
    };

    /** A Content-Length that promises more than is sent. */
    Wire LENGTH_TOO_LONG = (answer, connection) -> {
        connection.write(head("HTTP/1.1", sized(answer, 7)) + body(answer));
        return false;
    };

    Wire LENGTH_TWICE = (answer, connection) -> {
        String head = head("HTTP/1.1", sized(answer, 0));
        connection.write(head.replaceFirst("Content-Length: \\d+\r\n", "$0$0") + body(answer));
        return true;
    };

    Wire LENGTH_BESIDE_CHUNKS = (answer, connection) -> CHUNKED.send(sized(answer, 0), connection);

    /** Bytes behind the answer, where the next answer of the connection should begin. */
    Wire GARBAGE_BEHIND = (answer, connection) -> {
        PLAIN.send(answer, connection);
        connection.write("<!-- served by a proxy -->");
        return true;
    };

    /** A whole answer, and then the end of the connection that it did not announce. */
    Wire UNANNOUNCED_END = (answer, connection) -> {
        PLAIN.send(answer, connection);
        return false;
    };

    /** Neither an answer nor the end of the connection. */
    Wire SILENCE = (answer, connection) -> {
        connection.awaitHangUp();
        return false;
    };

    /** The end of the connection in place of an answer. */
    Wire HANG_UP = (answer, connection) -> false;

    Wire RESET = (answer, connection) -> {
        connection.resetOnClose();
        return false;
    };

    /** A body that goes on until the client has had enough. */
    Wire ENDLESS = (answer, connection) -> {
        connection.write(head("HTTP/1.1", answer.header("Transfer-Encoding", "chunked")));
        String chunk = "4000\r\n" + " ".repeat(0x4000) + "\r\n";
        while (!Thread.currentThread().isInterrupted()) {
            connection.write(chunk);
        }
        return false;
    };

    /** Bytes that are no HTTP. */
    Wire NO_HTTP = (answer, connection) -> {
        connection.write("-ERR unknown command\r\n");
        return false;
    };

    /** Sends an answer, and tells whether the connection may serve another request. */
    boolean send(Answer answer, Connection connection) throws IOException;

    private static Answer sized(Answer answer, int extra) {
        return answer.status() == 204
                ? answer
                : answer.header("Content-Length", String.valueOf(answer.body().length + extra));
    }

    private static String head(String version, Answer answer) {
        StringBuilder head = new StringBuilder(version + " " + answer.status() + " Status\r\n");
        answer.headers().fields().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        return head.append("\r\n").toString();
    }

    /** The body byte for byte, each in a character of its own. */
    private static String body(Answer answer) {
        return answer.status() == 204 ? "" : new String(answer.body(), StandardCharsets.ISO_8859_1);
    }
}
