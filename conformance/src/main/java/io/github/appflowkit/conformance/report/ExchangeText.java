package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.report.ViolationEntry.ExchangeEntry;
import io.github.appflowkit.conformance.report.ViolationEntry.Message;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Request.Caller;
import io.github.appflowkit.conformance.target.Target;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** An exchange as people read it: what was sent, what came back, and how to send it again. Secrets are masked. */
final class ExchangeText {
    private static final Set<String> NOISE =
            Set.of("host", "connection", "user-agent", "x-amz-date", "x-amz-content-sha256", "content-length");
    private static final Set<String> ANSWER_NOISE = Set.of("date", "connection", "server");
    private static final int BODY_LENGTH = 4000;
    private static final int CURL_LENGTH = 600;
    private static final int MOST_HEADERS = 30;
    private static final int LINE_LENGTH = 200;
    private static final int HEADER_LENGTH = 400;

    /** No variable of the AWS tools holds these keys, so that the shell asks for them instead of sending others. */
    private static final String SECOND_ACCOUNT =
            "# Signed by the second account: put its keys into these two variables first.\n";

    private static final String IN_PARTS =
            "# The second half of the body was sent a moment after the first: curl sends both at once.\n";

    private final Target target;
    private final Masking masking;

    ExchangeText(Target target, Masking masking) {
        this.target = target;
        this.masking = masking;
    }

    /**
     * The text of an exchange.
     *
     * @param stateful whether it needs a resource that is removed since
     * @param about what was expected and what came, in words
     */
    ExchangeEntry entry(Exchange exchange, boolean stateful, String about) {
        return new ExchangeEntry(
                request(exchange, about),
                answer(exchange, about),
                (exchange.request().inParts() ? IN_PARTS : "")
                        + (isSignedBySecond(exchange) ? SECOND_ACCOUNT : "")
                        + String.join(" \\\n  ", curl(exchange)),
                stateful,
                TimeUnit.MICROSECONDS.toMillis(exchange.micros()));
    }

    /** An exchange in a line. */
    String line(Exchange exchange) {
        Request request = exchange.request();
        String sent = request.method() + " " + request.target() + " " + request.text();
        return Lines.oneLine(shown(sent).strip(), LINE_LENGTH)
                + (isSignedBySecond(exchange) ? " (second account)" : "") + " -> "
                + Lines.oneLine(shown(exchange.summary()), LINE_LENGTH);
    }

    /** The request: its first line, its telling headers and its body. */
    private Message request(Exchange exchange, String about) {
        Request request = exchange.request();
        boolean empty = request.body() == null || request.body().length == 0;
        return new Message(
                shown(request.method() + " " + target.endpoint() + request.target()),
                headers(exchange.sent(), NOISE),
                empty ? null : Excerpt.of(shown(request.text()), BODY_LENGTH, about));
    }

    /** The answer likewise, or the reason why there is none. */
    private Message answer(Exchange exchange, String about) {
        if (exchange.whole().isEmpty()) {
            return new Message("(" + shown(exchange.broken().reason()) + ")", List.of(), null);
        }
        Answer answer = exchange.answer();
        return new Message(
                shown(answer.protocol() + " " + answer.status()),
                headers(answer.headers(), ANSWER_NOISE),
                answer.body().length == 0 ? null : Excerpt.of(shown(JsonIndent.of(answer.text())), BODY_LENGTH, about));
    }

    private List<String> headers(List<Header> headers, Set<String> noise) {
        List<String> shown = new ArrayList<>(headers.stream()
                .filter(header -> !noise.contains(lower(header)))
                .limit(MOST_HEADERS)
                .map(this::shown)
                .toList());
        if (headers.size() > MOST_HEADERS) {
            shown.add("… " + headers.size() + " headers in all");
        }
        return shown;
    }

    /** A curl command that sends the request again, signed with the caller's own credentials; a word or an option each. */
    private List<String> curl(Exchange exchange) {
        Request request = exchange.request();
        List<String> words = new ArrayList<>();
        // curl would wait for the body that an answer to HEAD announces.
        String patience = request.method().equals("HEAD") ? "--max-time 10 " : "";
        words.add("curl -i " + patience + "-X " + request.method() + " "
                + quoted(masking.mask(target.endpoint() + request.target())));
        request.headers().forEach(header -> words.add("-H " + quoted(shown(header))));
        if (request.header("Content-Type").isEmpty() && request.body() != null) {
            words.add("-H 'Content-Type:'");
        }
        if (isSigned(exchange)) {
            words.add("--aws-sigv4 aws:amz:" + request.region() + ":appflow");
            words.add(
                    isSignedBySecond(exchange)
                            ? "--user \"${SECOND_ACCESS_KEY_ID:?}:${SECOND_SECRET_ACCESS_KEY:?}\""
                            : "--user \"${AWS_ACCESS_KEY_ID:-test}:${AWS_SECRET_ACCESS_KEY:-test}\"");
        }
        if (request.body() != null && request.body().length > CURL_LENGTH) {
            words.add("--data-binary @BODY  # the " + request.body().length + " bytes of the body, too long to show");
        } else if (request.body() != null) {
            words.add("--data-binary " + quoted(request.body()));
        }
        return words;
    }

    private static boolean isSigned(Exchange exchange) {
        return exchange.sent().stream().anyMatch(header -> lower(header).equals("authorization"));
    }

    private static boolean isSignedBySecond(Exchange exchange) {
        return isSigned(exchange) && exchange.request().caller() == Caller.SECOND;
    }

    private String shown(Header header) {
        return header.isSecret()
                ? shown(header.name()) + ": " + Header.MASK
                : Excerpt.of(shown(header.toString()).replace('\n', ' '), HEADER_LENGTH, "");
    }

    private String shown(String text) {
        return Printable.of(masking.mask(text));
    }

    private static String lower(Header header) {
        return header.name().toLowerCase(Locale.ROOT);
    }

    /** A text in quotes of the shell: plain ones for printable ASCII, else those in which bytes can be escaped. */
    private static String quoted(String text) {
        return quoted(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(byte[] text) {
        boolean printable = true;
        StringBuilder escaped = new StringBuilder("$'");
        for (byte b : text) {
            int c = b & 0xff;
            printable &= c >= 32 && c < 127;
            if (c == '\'' || c == '\\') {
                escaped.append('\\').append((char) c);
            } else {
                escaped.append(c >= 32 && c < 127 ? Character.toString(c) : "\\x%02x".formatted(c));
            }
        }
        return printable
                ? "'" + new String(text, StandardCharsets.US_ASCII).replace("'", "'\\''") + "'"
                : escaped.append("'").toString();
    }
}
