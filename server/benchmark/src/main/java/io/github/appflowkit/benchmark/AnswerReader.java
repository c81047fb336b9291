package io.github.appflowkit.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the answers of a connection, of which each says how long it is; makes as good as no garbage. */
final class AnswerReader {
    private static final byte[] LENGTH = "\ncontent-length:".getBytes(StandardCharsets.ISO_8859_1);
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final InputStream in;
    private final byte[] bytes = new byte[64 * 1024];
    private int end;

    AnswerReader(InputStream in) {
        this.in = in;
    }

    /** Reads the next answer, which has to have this status. */
    void require(int status) throws IOException {
        int head = endOfHead();
        int seen = number(STATUS_AT);
        if (seen != status) {
            throw new IOException(
                    String.format(Locale.ROOT, "an answer has the status %d instead of %d", seen, status));
        }
        int length = head + number(find(LENGTH, 0) + LENGTH.length);
        while (end < length) {
            fill();
        }
        System.arraycopy(bytes, length, bytes, 0, end - length);
        end -= length;
    }

    private int endOfHead() throws IOException {
        byte[] blankLine = {'\r', '\n', '\r', '\n'};
        int at = find(blankLine, 0);
        while (at < 0) {
            fill();
            at = find(blankLine, 0);
        }
        return at + blankLine.length;
    }

    private void fill() throws IOException {
        int read = in.read(bytes, end, bytes.length - end);
        if (read <= 0) {
            throw new IOException("a connection ends before its answer does");
        }
        end += read;
    }

    private int find(byte[] wanted, int from) {
        for (int start = from; start + wanted.length <= end; start++) {
            int same = 0;
            while (same < wanted.length && lower(bytes[start + same]) == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return start;
            }
        }
        return -1;
    }

    private static int lower(byte character) {
        return character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character;
    }

    private int number(int from) {
        int at = from;
        while (bytes[at] == ' ') {
            at++;
        }
        int number = 0;
        while (bytes[at] >= '0' && bytes[at] <= '9') {
            number = 10 * number + bytes[at] - '0';
            at++;
        }
        return number;
    }
}
