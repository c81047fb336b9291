package io.github.appflowkit.server.http;

import io.github.appflowkit.server.TestServer;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.fuzz.Flaw;
import io.github.appflowkit.server.http.error.ErrorType;
import io.github.appflowkit.server.http.error.RefusedRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;

/**
 * Any bytes as the head of a request: let pass if a second reading, by one expression, finds it well-formed, and judged
 * alike in however many pieces it comes.
 */
public final class HeadFuzz {
    private static final int MAX_HEADERS = 5;
    private static final int MAX_BYTES = 512;
    private static final String TOKEN = "[-!#$%&'*+.^_`|~0-9A-Za-z]+";
    private static final String TEXT = "[\\t\\x20-\\x7e\\x80-\\xff]";
    private static final Pattern HEAD = Pattern.compile("(?!CONNECT )" + TOKEN
            + " [\\x21-\\x7e\\x80-\\xff]+ HTTP/1\\.[01]\\r\\n(" + TOKEN + ":" + TEXT + "*+\\r\\n)*+\\r\\n");
    private static final Pattern HOST = Pattern.compile("(?i)\\r\\nHost:");
    private static final Pattern LENGTH = Pattern.compile("(?i)\\r\\n(Content-Length|Transfer-Encoding):");
    private static final Callers CALLERS = new Callers(TestServer.DEFAULTS);

    private HeadFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > MAX_BYTES) {
            return;
        }
        String text = new String(input, StandardCharsets.ISO_8859_1).replaceFirst("^(\\r\\n)++", "");
        boolean refused = isRefused(input, input.length);
        for (int length = 0; length < input.length; length++) {
            Flaw.unless(refused || !isRefused(input, length), "Its first " + length + " bytes alone are refused");
        }
        int end = text.indexOf("\r\n\r\n") + 4;
        if (end > 3) {
            String head = text.substring(0, end);
            Flaw.unless(refused != isWellFormed(head), (refused ? "Refused is " : "Accepted is ") + head);
        }
        Scope caller = CALLERS.of(text);
        Flaw.unless(
                caller.account().matches("[0-9]{12}") && caller.region().matches("[a-z0-9-]{1,64}"),
                "It is taken for one of " + caller);
    }

    private static boolean isWellFormed(String head) {
        return HEAD.matcher(head).matches()
                && head.lines().count() - 2 <= MAX_HEADERS
                && HOST.matcher(head).results().count() <= 1
                && LENGTH.matcher(head).results().count() <= 1;
    }

    private static boolean isRefused(byte[] input, int length) {
        Buffer arrived = Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, input, 0, length);
        try {
            HeadSyntax.require(arrived, Framing.start(arrived), MAX_HEADERS);
            return false;
        } catch (RefusedRequest refusal) {
            Flaw.unless(
                    Stream.of(
                                    ErrorType.MALFORMED_HTTP,
                                    ErrorType.HEADERS_TOO_LARGE,
                                    ErrorType.HTTP_VERSION,
                                    ErrorType.UNKNOWN_METHOD)
                            .anyMatch(refusal.type()::equals),
                    "It is refused as " + refusal.type());
            return true;
        }
    }
}
