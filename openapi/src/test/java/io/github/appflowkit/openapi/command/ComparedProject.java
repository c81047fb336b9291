package io.github.appflowkit.openapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A project whose contract is compared with a model that says the same, but for what has its reason. */
final class ComparedProject {
    static final String REASONS = """
            differences:
              - elements:
                  - StartFlow.400.ValidationException
                  - StartFlow.400.SerializationException
                  - StartFlow.403.AccessDeniedException
                  - StartFlow.429.ThrottlingException
                contract: documented
                model: absent
                reason: All actions have these in common.
            """;

    private final CopiedProject project;

    ComparedProject(Path folder) throws IOException {
        project = new CopiedProject(folder);
        project.write(CompareCommand.REASONS, REASONS);
    }

    CopiedProject project() {
        return project;
    }

    /** Compares with a model in which some words are replaced by others, each followed by what takes its place. */
    CopiedProject.Said compare(String model, String... replaced) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/" + model)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (int i = 0; i < replaced.length; i += 2) {
                assertThat(text).contains(replaced[i]);
                text = replaced[i].isEmpty() ? text : text.replace(replaced[i], replaced[i + 1]);
            }
            project.write("model.json", text);
        }
        return project.run("compare", project.folder().resolve("model.json").toString());
    }
}
