package io.github.appflowkit.server.fuzz;

import java.util.List;
import java.util.Random;

/** Makes requests of which two servers may disagree on where they end, each with another one within it. */
final class SmugglingGrammar {
    private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final List<String> LINES = List.of(
            "/stop-flow HTTP/1.1\n",
            "/stop-flow\tHTTP/1.1\r\n",
            " /stop-flow HTTP/1.1\r\n",
            "/stop-flow HTTP/1.1 \r\n",
            "/stop-flow  HTTP/1.1\r\n",
            "/stop-flow\r\n",
            "/stop-flow HTTP/2.0\r\n",
            "/stop\0-flow HTTP/1.1\r\n",
            "/stop-flow HTTP/1.1\r");
    private static final List<String> LENGTHS = List.of(
            "Content-Length: 2\r\nContent-Length: 2\r\n",
            "Content-Length: 2\r\nContent-Length: 38\r\n",
            "Content-Length: 2, 38\r\n",
            "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
            "Transfer-Encoding: gzip, chunked\r\n",
            "Transfer-Encoding: xchunked\r\n",
            "Transfer-Encoding: \"chunked\"\r\n",
            "Transfer-Encoding : chunked\r\n",
            "Transfer-Encoding:\r\n\tchunked\r\n",
            "X: y\rTransfer-Encoding: chunked\r\n",
            "X: y\nContent-Length: 2\r\n",
            "X\u0000: y\r\nContent-Length: 2\r\n",
            "Content-Length: 0x2\r\n",
            "Content-Length: +2\r\n",
            "Content-Length: -1\r\n",
            "Content-Length: 2 2\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Content-Length: 2\r\n\n",
            "Host: y\r\nContent-Length: 2\r\n");
    private static final List<String> CHUNKS = List.of(
            "2;a=b\r\n{}\r\n0\r\n\r\n",
            "2\n{}\r\n0\r\n\r\n",
            "0x2\r\n{}\r\n0\r\n\r\n",
            "2 \r\n{}\r\n0\r\n\r\n",
            "-2\r\n{}\r\n0\r\n\r\n",
            "100000002\r\n{}\r\n0\r\n\r\n",
            "2\r\n{}0\r\n\r\n",
            "2\r\n{}\n0\r\n\r\n",
            "2\r\n{}\r\n0\r\nX y\r\n\r\n",
            "\r\n2\r\n{}\r\n0\r\n\r\n");

    private final Random random;

    SmugglingGrammar(Random random) {
        this.random = random;
    }

    String next() {
        String type = "Host: x\r\nContent-Type: application/json\r\n";
        return switch (random.nextInt(4)) {
            case 0 -> "POST " + one(LINES) + type + "Content-Length: 2\r\n\r\n{}" + SMUGGLED;
            case 1 ->
                one(List.of("\n", "\r", "\r\n\n")) + "POST /stop-flow HTTP/1.1\r\n" + type
                        + "Content-Length: 2\r\n\r\n{}" + SMUGGLED;
            case 2 -> "POST /stop-flow HTTP/1.1\r\n" + type + one(LENGTHS) + "\r\n2\r\n{}\r\n0\r\n\r\n" + SMUGGLED;
            default ->
                "POST /stop-flow HTTP/1.1\r\n" + type + "Transfer-Encoding: chunked\r\n\r\n" + one(CHUNKS) + SMUGGLED;
        };
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
