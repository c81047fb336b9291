package io.github.appflowkit.server.http;

import io.github.appflowkit.server.http.error.ErrorType;
import io.github.appflowkit.server.http.error.RefusedRequest;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.glassfish.grizzly.Buffer;

/**
 * The syntax of a request line and headers, without the liberties that Grizzly takes: where one server reads generously
 * what another reads otherwise, the two disagree on where a request ends, and a second one is smuggled within the first.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112</a>
 */
final class HeadSyntax {
    private static final BitSet TOKEN =
            characters("!#$%&'*+-.^_`|~" + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static final String VERSION = " HTTP/";
    private static final int VERSION_LENGTH = " HTTP/1.1".length();

    private final int maxHeaders;
    private int headers;
    private int hosts;
    private int lengths;
    private int encodings;

    private HeadSyntax(int maxHeaders) {
        this.maxHeaders = maxHeaders;
    }

    /** Refuses a head, or as much of it as has arrived, that is not strictly well-formed. */
    static void require(Buffer input, int start, int maxHeaders) {
        HeadSyntax head = new HeadSyntax(maxHeaders);
        int lineStart = start;
        for (int i = start; i < input.limit(); i++) {
            byte next = input.get(i);
            if (next == '\n') {
                if (i == lineStart || input.get(i - 1) != '\r') {
                    throw malformed("A line ends without a carriage return.");
                }
                if (i - 1 == lineStart) {
                    return;
                }
                head.line(text(input, lineStart, i - 1), lineStart == start);
                lineStart = i + 1;
            } else if (i > start && input.get(i - 1) == '\r') {
                throw malformed("A carriage return does not end a line.");
            } else if (next >= 0 && next < ' ' && next != '\r' && next != '\t' || next == 0x7f) {
                throw malformed("There is a control character.");
            }
        }
    }

    private void line(String line, boolean isFirst) {
        if (isFirst) {
            requireRequestLine(line);
            return;
        }
        requireHeader(line);
        if (++headers > maxHeaders) {
            throw new RefusedRequest(
                    ErrorType.HEADERS_TOO_LARGE, "There are more than %d headers.".formatted(maxHeaders));
        }
        if (isNamed(line, "Host")) {
            hosts++;
        } else if (isNamed(line, "Content-Length")) {
            lengths++;
        } else if (isNamed(line, "Transfer-Encoding")) {
            encodings++;
        }
        if (hosts > 1) {
            throw malformed("There are two Host headers.");
        }
        if (lengths + encodings > 1) {
            throw malformed("Content-Length and Transfer-Encoding say more than once how long the body is.");
        }
    }

    private static void requireRequestLine(String line) {
        int method = tokenLength(line);
        int version = line.length() - VERSION_LENGTH;
        boolean threeParts = method > 0
                && version > method + 1
                && line.charAt(method) == ' '
                && isVersion(line, version)
                && line.indexOf(' ', method + 1) == version
                && line.indexOf('\t') < 0;
        if (!threeParts) {
            throw malformed("The first line is not a method, a path and a version.");
        }
        if (line.startsWith("CONNECT ")) {
            // Grizzly would take the connection for a tunnel, and answer without a body.
            throw new RefusedRequest(ErrorType.UNKNOWN_METHOD, "No operation has this method.");
        }
        if (!line.endsWith("1.1") && !line.endsWith("1.0")) {
            throw new RefusedRequest(ErrorType.HTTP_VERSION, "The version of HTTP is not supported; 1.1 is.");
        }
    }

    private static boolean isVersion(String line, int start) {
        int major = start + VERSION.length();
        return line.startsWith(VERSION, start)
                && isDigit(line.charAt(major))
                && line.charAt(major + 1) == '.'
                && isDigit(line.charAt(major + 2));
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** Refuses a header, or a trailer, that is not a name, at once a colon, and a value on the same line. */
    static void requireHeader(String line) {
        int name = tokenLength(line);
        if (name == 0 || name == line.length() || line.charAt(name) != ':') {
            throw malformed("A header is not a name, a colon and a value on one line.");
        }
    }

    private static boolean isNamed(String header, String name) {
        return header.regionMatches(true, 0, name, 0, name.length()) && header.charAt(name.length()) == ':';
    }

    /** How many characters of a token a line begins with. */
    private static int tokenLength(String line) {
        int length = 0;
        while (length < line.length() && TOKEN.get(line.charAt(length))) {
            length++;
        }
        return length;
    }

    private static BitSet characters(String all) {
        BitSet set = new BitSet();
        all.chars().forEach(set::set);
        return set;
    }

    private static String text(Buffer input, int from, int to) {
        return input.toStringContent(StandardCharsets.ISO_8859_1, from, to);
    }

    private static RefusedRequest malformed(String reason) {
        return new RefusedRequest(ErrorType.MALFORMED_HTTP, "The request is not well-formed HTTP. " + reason);
    }
}
