package io.github.appflowkit.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer as it came, and what has to be true of every one. */
record WireAnswer(int status, String head, byte[] body) {
    private static final Set<Integer> EXPECTED =
            Set.of(200, 400, 403, 404, 405, 406, 408, 409, 413, 414, 415, 431, 505);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) .*", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads the next answer, after any "100 Continue".
     *
     * @throws EOFException if there is none, or not all of it
     */
    static WireAnswer read(InputStream in, boolean hasBody) throws IOException {
        String head = head(in);
        while (head.startsWith("HTTP/1.1 100 ")) {
            head = head(in);
        }
        Matcher status = STATUS.matcher(head);
        if (!status.matches()) {
            throw new NumberFormatException("Not an answer: " + head);
        }
        if (hasBody && "chunked".equalsIgnoreCase(header(head, "Transfer-Encoding"))) {
            return new WireAnswer(Integer.parseInt(status.group(1)), head, chunks(in));
        }
        String length = header(head, "Content-Length");
        byte[] body = new byte[hasBody && length != null ? Integer.parseInt(length) : 0];
        if (in.readNBytes(body, 0, body.length) < body.length) {
            throw new EOFException("A body is cut");
        }
        return new WireAnswer(Integer.parseInt(status.group(1)), head, body);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int length;
        do {
            length = Integer.parseInt(line(in), 16);
            body.write(in.readNBytes(length));
            line(in);
        } while (length > 0);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("A body is cut");
            }
            line.append((char) next);
        }
        return line.toString().trim();
    }

    /** Whether the connection is of no use after it. */
    boolean ends() {
        return "close".equalsIgnoreCase(header(head, "Connection"));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** What is wrong with it, or null. */
    String flaw(boolean hasBody) {
        if (!EXPECTED.contains(status)) {
            return "a status that nothing asked for";
        }
        try {
            UUID.fromString(String.valueOf(header(head, "x-amzn-RequestId")));
        } catch (IllegalArgumentException e) {
            return "no request id";
        }
        String text = text();
        boolean isPage = status == 200 && !"application/json".equals(header(head, "Content-Type"));
        if (!isPage && Flaw.INTERNALS.matcher(text).find()) {
            return "it tells internals";
        }
        if (status == 200) {
            return !isPage && hasBody && !isObject(text) ? "no JSON object" : null;
        }
        if (header(head, "X-Amzn-Errortype") == null || !"application/json".equals(header(head, "Content-Type"))) {
            return "no type of error, or no JSON";
        }
        return hasBody && !hasMessage(text) ? "no message" : null;
    }

    private static boolean isObject(String text) {
        return tree(text).isObject();
    }

    private static boolean hasMessage(String text) {
        return isObject(text) && !tree(text).path("message").asText().isEmpty();
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    @Override
    public String toString() {
        return head + text();
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 4) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException(bytes.size() == 0 ? "No answer" : "A head is cut");
            }
            ends = next == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : next == '\r' ? 1 : 0;
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static String header(String head, String name) {
        Matcher header = Pattern.compile("(?i)\r\n" + name + ": ?([^\r]*)").matcher(head);
        return header.find() ? header.group(1) : null;
    }
}
