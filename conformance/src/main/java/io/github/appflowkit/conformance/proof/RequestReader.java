package io.github.appflowkit.conformance.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the requests of one connection, one after the other. */
final class RequestReader {

    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z-]+) ([^ ]+) HTTP/1\\.([01])");
    private static final Pattern TARGET = Pattern.compile("(?:https?://[^/?]*)?(/[^?#]*|\\*|)(?:\\?([^#]*))?");
    private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");
    private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,7})(?:[ \\t]*;.*)?");
    private static final int MAX_LINE = 64 * 1024;
    private static final int MAX_BODY = 64 * 1024 * 1024;

    private final Connection connection;

    RequestReader(Connection connection) {
        this.connection = connection;
    }

    /** Reads the next request; null when the client has sent its last. */
    Request next() throws IOException {
        String line = line();
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
        byte[] body = body(headers);
        if (old) {
            headers = headers.with("Connection", "close");
        }
        String path = target.group(1).isEmpty() ? "/" : target.group(1);
        return new Request(request.group(1), path, target.group(2), headers, body);
    }

    private byte[] body(Headers headers) throws IOException {
        String coding = headers.get("Transfer-Encoding");
        String length = headers.get("Content-Length");
        if (coding == null) {
            return length == null ? new byte[0] : bytes(size(length, 10));
        }
        if (length != null || !coding.equalsIgnoreCase("chunked")) {
            throw new MalformedRequestException("The length of the body is unclear.");
        }
        return chunks();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = size(match(CHUNK, present(line())).group(1), 16);
            if (size == 0) {
                headers();
                return body.toByteArray();
            }
            body.write(bytes(size));
            if (!present(line()).isEmpty() || body.size() > MAX_BODY) {
                throw new MalformedRequestException("The chunk is not of the size that it tells.");
            }
        }
    }

    private Headers headers() throws IOException {
        Headers headers = Headers.NONE;
        for (String line = present(line()); !line.isEmpty(); line = present(line())) {
            Matcher field = match(FIELD, line);
            headers = headers.plus(field.group(1), field.group(2));
        }
        return headers;
    }

    private byte[] bytes(int size) throws IOException {
        byte[] bytes = connection.in().readNBytes(size);
        if (bytes.length < size) {
            throw new MalformedRequestException("The body ends too early.");
        }
        return bytes;
    }

    /** The next line without its end, null at the end of the stream. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = connection.in().read();
                next != '\n';
                next = connection.in().read()) {
            if (next < 0 && line.size() == 0) {
                return null;
            }
            if (next < 0 || line.size() > MAX_LINE) {
                throw new MalformedRequestException("A line has no end.");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
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
