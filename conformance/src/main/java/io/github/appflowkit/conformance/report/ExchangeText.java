package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Target;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An exchange as people read it: what was sent, what came back, and how to send it again. Secrets are masked. */
final class ExchangeText {
    private static final Set<String> SECRETS = Set.of("authorization", "x-amz-security-token", "cookie", "set-cookie");
    private static final Set<String> NOISE =
            Set.of("host", "connection", "user-agent", "x-amz-date", "x-amz-content-sha256", "content-length");
    private static final int BODY_LENGTH = 600;

    private final Target target;

    ExchangeText(Target target) {
        this.target = target;
    }

    /** The request, a line each for its first line, its telling headers and its body. */
    List<String> request(Exchange exchange) {
        Request request = exchange.request();
        List<String> lines = new ArrayList<>();
        lines.add(request.method() + " " + target.endpoint() + request.target());
        exchange.sent().stream()
                .filter(header -> !NOISE.contains(lower(header)))
                .forEach(header -> lines.add(masked(header)));
        if (request.body() != null && request.body().length > 0) {
            lines.add(Lines.oneLine(request.text(), BODY_LENGTH));
        }
        return lines;
    }

    /** The answer likewise, or the reason why there is none. */
    List<String> answer(Exchange exchange) {
        if (exchange.whole().isEmpty()) {
            return List.of("no whole answer: " + exchange.broken().reason());
        }
        Answer answer = exchange.answer();
        List<String> lines = new ArrayList<>();
        lines.add(answer.protocol() + " " + answer.status());
        answer.headers().stream()
                .filter(header -> !Set.of("date", "connection", "server").contains(lower(header)))
                .forEach(header -> lines.add(masked(header)));
        lines.add(answer.body().length == 0 ? "(no body)" : Lines.oneLine(answer.text(), BODY_LENGTH));
        return lines;
    }

    /** A curl command that sends the request again, signed with the caller's own credentials; a word or an option each. */
    List<String> curl(Exchange exchange) {
        Request request = exchange.request();
        List<String> words = new ArrayList<>();
        words.add("curl -i -X " + request.method() + " " + quoted(target.endpoint() + request.target()));
        request.headers().forEach(header -> words.add("-H " + quoted(header.name() + ": " + header.value())));
        if (request.header("Content-Type").isEmpty() && request.body() != null) {
            words.add("-H 'Content-Type:'");
        }
        if (exchange.sent().stream().anyMatch(header -> lower(header).equals("authorization"))) {
            words.add("--aws-sigv4 aws:amz:" + request.region() + ":appflow");
            words.add("--user \"${AWS_ACCESS_KEY_ID:-test}:${AWS_SECRET_ACCESS_KEY:-test}\"");
        }
        if (request.body() != null && request.body().length > BODY_LENGTH) {
            words.add("--data-binary @BODY  # the " + request.body().length + " bytes of the body, too long to show");
        } else if (request.body() != null) {
            words.add("--data-binary " + quoted(request.body()));
        }
        return words;
    }

    private static String masked(Header header) {
        return SECRETS.contains(lower(header)) ? header.name() + ": ***" : header.toString();
    }

    private static String lower(Header header) {
        return header.name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** A body in quotes of the shell: plain ones for printable ASCII, else those in which bytes can be escaped. */
    private static String quoted(byte[] body) {
        boolean printable = true;
        StringBuilder escaped = new StringBuilder("$'");
        for (byte b : body) {
            int c = b & 0xff;
            printable &= c >= 32 && c < 127;
            if (c == '\'' || c == '\\') {
                escaped.append('\\').append((char) c);
            } else {
                escaped.append(c >= 32 && c < 127 ? Character.toString(c) : "\\x%02x".formatted(c));
            }
        }
        return printable
                ? quoted(new String(body, StandardCharsets.US_ASCII))
                : escaped.append("'").toString();
    }
}
