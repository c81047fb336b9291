package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a scalar of a document can be, by the word of the vocabulary. */
enum Value {
    TEXT("a value", ".*", List.of()),
    FLAG("true or false", "true|false", List.of("bool")),
    NUMBER("a number", "-?(0|[1-9][0-9]*)(\\.[0-9]+)?", List.of("int", "float")),
    COUNT("a whole number from 0 to 999999999", "0|[1-9][0-9]{0,8}", List.of("int"));

    private final String label;
    private final Pattern form;
    private final List<String> tags;

    Value(String label, String form, List<String> tags) {
        this.label = label;
        this.form = Pattern.compile(form, Pattern.DOTALL);
        this.tags = tags;
    }

    /** What a word of the vocabulary stands for, if it is a scalar. */
    static Optional<Value> of(String word) {
        return Stream.of(values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** What is wrong with a part that is to be such a value. */
    Optional<String> problem(Part part) {
        if (part.kind() != Part.Kind.SCALAR) {
            return Optional.of(label + " is needed here, and this is " + part.kind());
        }
        if (!form.matcher(part.text()).matches()) {
            return Optional.of(label + " is needed here, and this is '" + part.text() + "'");
        }
        return tags.isEmpty() || tags.contains(part.tag())
                ? Optional.empty()
                : Optional.of(label + " is needed here, and '" + part.text() + "' is a text: remove its quotes");
    }
}
