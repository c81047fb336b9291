package io.github.appflowkit.conformance.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import java.util.OptionalInt;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says what is wrong with a text that is not YAML; its reader's own words begin with what it was about to do. */
public final class YamlProblem {
    private YamlProblem() {}

    /** What is wrong, in a line that names no place. */
    public static String of(JacksonException failure) {
        return failure.getCause() instanceof MarkedYAMLException marked && marked.getProblem() != null
                ? marked.getProblem()
                : failure.getOriginalMessage().lines().findFirst().orElse("");
    }

    /** The line of it, where one is known: Jackson names that of what the reader was about to do. */
    public static OptionalInt line(JacksonException failure) {
        if (failure.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            return OptionalInt.of(marked.getProblemMark().getLine() + 1);
        }
        JsonLocation at = failure.getLocation();
        return at == null ? OptionalInt.empty() : OptionalInt.of(at.getLineNr());
    }
}
