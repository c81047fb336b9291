package io.github.appflowkit.conformance.recording;

import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Keeps what a request proves its sender with out of a recording, also where an answer repeats it. */
final class Secrets {
    private final List<String> values;

    /** The secrets among the headers that were sent. */
    Secrets(List<Header> sent) {
        values = sent.stream()
                .filter(Header::isSecret)
                .map(Header::value)
                .filter(value -> !value.isBlank())
                .toList();
    }

    Answer removedFrom(Answer answer) {
        List<Header> headers = answer.headers().stream()
                .map(header -> new Header(header.name(), removedFrom(header.value())).masked())
                .toList();
        String body = new String(answer.body(), StandardCharsets.ISO_8859_1);
        String clean = removedFrom(body);
        return new Answer(
                answer.protocol(),
                answer.status(),
                headers,
                clean.equals(body) ? answer.body() : clean.getBytes(StandardCharsets.ISO_8859_1),
                answer.omitted());
    }

    private String removedFrom(String text) {
        String clean = text;
        for (String value : values) {
            clean = clean.replace(value, Header.MASK);
        }
        return clean;
    }
}
