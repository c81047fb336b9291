package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.target.Exchange;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What tells how an endpoint is built: stack traces, names of classes, pages of a web server. */
final class Internals {
    /** Before most of it stands no letter, but for that of a line's end or a tab which JSON escapes. */
    private static final Pattern INTERNALS = Pattern.compile("(?s)(?:\\b|(?<=(?<!\\\\)\\\\[nrt]))(?:"
            + "at (?:[\\w.$/<>]+ ?\\((?:[\\w./-]*\\.[A-Za-z]\\w*|node:[\\w/]+):\\d+(?::\\d+)?\\)" // Java, JavaScript
            + "|[\\w.<>]+\\([^)]*\\) in [^\\s\"]+\\.(?:cs|fs|vb):line \\d+" // .NET
            + "|(?:async )?(?:file://)?/\\S+\\.[cm]?[jt]s:\\d+:\\d+)" // JavaScript without a function
            + "|Traceback \\(most recent call last\\)|File \\\\?\"[^\"]+\\.py\\\\?\", line \\d+" // Python
            + "|goroutine \\d+ \\[|panicked at [^\\s\"]+\\.rs:\\d+" // Go, Rust
            + "|(?:java|javax|jakarta|com|org|net|io|software|kotlin|scala)(?:\\.[a-z]\\w*)+\\.[A-Z]\\w+(?![\\w#])"
            + "|System(?:\\.[A-Z]\\w+)*\\.[A-Z]\\w+Exception"
            + "|(?:[a-z]\\w*\\.){2,}[A-Z]\\w+(?:Error|Exception|Found)\\b"
            + "|JSONDecodeError|cannot unmarshal \\w+ into Go "
            + "|(?:Syntax|Type|Reference|Range)Error: " // JavaScript
            + "|in /\\S+\\.php on line \\d+"
            + ")|NullPointerException"
            + "|#\\d+ \\S+\\.php\\(\\d+\\)|\\.rb:\\d+:in [`']" // PHP, Ruby
            + "|(?i:<!doctype html|<(html|body|h1|pre)\\b[^>]*>.*?<\\\\?/\\1>)");

    private Internals() {}

    /** What an answer repeats of its request, such as a name with dots, is the client's own. */
    static Optional<String> leaked(Exchange exchange) {
        return INTERNALS
                .matcher(exchange.answer().text())
                .results()
                .map(MatchResult::group)
                .filter(found -> !exchange.request().text().contains(found))
                .findFirst();
    }
}
