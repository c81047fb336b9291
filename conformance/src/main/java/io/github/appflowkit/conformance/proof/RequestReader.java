package io.github.appflowkit.conformance.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the requests of one connection, one after the other. */
final class RequestReader {

    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z-]+) ([^ ]+) HTTP/1\\.([01])");
    private static final Pattern TARGET = Pattern.compile("(?:https?://[^/?]*)?(/[^?#]*|\\*|)(?:\\?([^#]*))?");
    private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]++):[ \\t]*+(.*)");
    private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,7})(?:[ \\t]*;.*)?");
    private static final int MAX_BODY = 64 * 1024 * 1024;

    private final Connection connection;

    RequestReader(Connection connection) {
        this.connection = connection;
    }

    /** Reads the next request; null when the client has sent its last. */
    Request next() throws IOException {
        String line = connection.line();
        if (line == null) {
            return null;
        }
        Matcher request = match(REQUEST_LINE, line);
        Matcher target = match(TARGET, request.group(2));
        Headers headers = headers();
        boolean old = request.group(3).equals("0");
        if (!old && headers.get("Host") == null) {
            throw new MalformedRequestException("The field Host is missing.");
        }
        if ("100-continue".equalsIgnoreCase(headers.get("Expect"))) {
            connection.write("HTTP/1.1 100 Continue\r\n\r\n");
        }
        int receivedWithHead = connection.buffered();
        byte[] body = body(headers);
        if (old) {
            headers = headers.with("Connection", "close");
        }
        String path = target.group(1).isEmpty() ? "/" : target.group(1);
        return new Request(request.group(1), path, target.group(2), headers, body, receivedWithHead);
    }

    private byte[] body(Headers headers) throws IOException {
        String coding = headers.get("Transfer-Encoding");
        String length = headers.get("Content-Length");
        if (coding == null) {
            return length == null ? new byte[0] : connection.bytes(size(length, 10));
        }
        if (length != null || !coding.equalsIgnoreCase("chunked")) {
            throw new MalformedRequestException("The length of the body is unclear.");
        }
        return chunks();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = size(match(CHUNK, present(connection.line())).group(1), 16);
            if (size == 0) {
                headers();
                return body.toByteArray();
            }
            body.write(connection.bytes(size));
            if (!present(connection.line()).isEmpty() || body.size() > MAX_BODY) {
                throw new MalformedRequestException("The chunk is not of the size that it tells.");
            }
        }
    }

    private Headers headers() throws IOException {
        SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = present(connection.line()); !line.isEmpty(); line = present(connection.line())) {
            Matcher field = match(FIELD, line);
            headers.merge(field.group(1), field.group(2).stripTrailing(), (first, next) -> first + ", " + next);
        }
        return new Headers(headers);
    }

    private static String present(String line) throws MalformedRequestException {
        if (line == null) {
            throw new MalformedRequestException("The request ends too early.");
        }
        return line;
    }

    private static int size(String digits, int radix) throws MalformedRequestException {
        try {
            int size = Integer.parseUnsignedInt(digits, radix);
            if (size >= 0 && size <= MAX_BODY) {
                return size;
            }
        } catch (NumberFormatException e) {
            // Told below, as a size that is out of bounds is.
        }
        throw new MalformedRequestException("No size of a body: " + digits);
    }

    private static Matcher match(Pattern pattern, String text) throws MalformedRequestException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new MalformedRequestException("Malformed: " + text);
        }
        return matcher;
    }
}
