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
        String length = header(head, "Content-Length");
        byte[] body = new byte[hasBody && length != null ? Integer.parseInt(length) : 0];
        if (in.readNBytes(body, 0, body.length) < body.length) {
            throw new EOFException("A body is cut");
        }
        return new WireAnswer(Integer.parseInt(status.group(1)), head, body);
    }

    /** Whether the connection is of no use after it; a body in chunks, as the journal's, is not read here. */
    boolean ends() {
        return status == 200 && header(head, "Transfer-Encoding") != null
                || "close".equalsIgnoreCase(header(head, "Connection"));
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
        String text = new String(body, StandardCharsets.UTF_8);
        if (Flaw.INTERNALS.matcher(text).find()) {
            return "it tells internals";
        }
        if (status == 200) {
            return null;
        }
        if (header(head, "X-Amzn-Errortype") == null || !"application/json".equals(header(head, "Content-Type"))) {
            return "no type of error, or no JSON";
        }
        return hasBody && !hasMessage(text) ? "no message" : null;
    }

    private static boolean hasMessage(String text) {
        try {
            JsonNode error = JSON.readTree(text);
            return error.isObject() && !error.path("message").asText().isEmpty();
        } catch (IOException e) {
            return false;
        }
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
