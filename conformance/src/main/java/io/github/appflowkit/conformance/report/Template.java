package io.github.appflowkit.conformance.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Renders the suite's own templates: every value is escaped for HTML and XML unless its template asks for it as it is. */
final class Template {
    private static final String FOLDER = "report/";

    private Template() {}

    /** Fills a template with a value's members. */
    static String render(String name, Object value) {
        return Mustache.compiler()
                .strictSections(true)
                .emptyStringIsFalse(true)
                .compile(resource(name))
                .execute(value);
    }

    /** A part of a template, as it is. */
    static String resource(String name) {
        try (InputStream in = Template.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
