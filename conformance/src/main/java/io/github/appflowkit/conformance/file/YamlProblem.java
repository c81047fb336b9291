package io.github.appflowkit.conformance.file;

import com.fasterxml.jackson.core.JacksonException;
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
}
