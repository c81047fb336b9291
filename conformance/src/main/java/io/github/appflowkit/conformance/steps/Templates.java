package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.target.Header;
import java.util.ArrayList;
import java.util.List;

/** What stands for something else in the bodies and headers of a feature. */
final class Templates {
    private Templates() {}

    /** A body with a name for every {@code ${name}}, and with the white space that a table cannot hold. */
    static String body(String template, String name) {
        return template.replace("${name}", name).replace("${linefeed}", "\n").replace("${space}", " ");
    }

    /** Headers from {@code Name: value, Name: value}. */
    static List<Header> headers(String text) {
        List<Header> headers = new ArrayList<>();
        for (String header : text.split(", (?=[A-Z][a-z]+(?:-[A-Z][a-z]+)*: )")) {
            String[] parts = header.split(": ", 2);
            headers.add(new Header(parts[0], parts[1]));
        }
        return headers;
    }
}
