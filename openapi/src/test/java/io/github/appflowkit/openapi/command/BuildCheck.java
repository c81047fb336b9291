package io.github.appflowkit.openapi.command;

import io.github.appflowkit.openapi.document.FaultException;
import io.github.appflowkit.openapi.release.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Checks the documents before anything is generated from them, so that the build fails with the line to mend. */
public final class BuildCheck {
    private BuildCheck() {}

    /**
     * Checks the documents.
     *
     * @param args the project's folder
     * @throws FaultException if something has to be mended
     */
    public static void main(String... args) throws IOException {
        Path folder = Path.of(args[0]);
        Check check = Check.of(new Project(folder));
        if (check.problems().isEmpty()) {
            Path module = folder.resolve("openapi");
            new GeneratedSources(
                            module.resolve("target/generated-sources/openapi"),
                            List.of(
                                    module.resolve("appflow.yaml"),
                                    module.resolve("control.yaml"),
                                    module.resolve("pom.xml"),
                                    folder.resolve("pom.xml")))
                    .deleteIfStale();
            return;
        }
        String first = check.problems().get(0);
        if (check.problems().size() == 1) {
            throw new FaultException(first);
        }
        check.problems().forEach(System.out::println);
        throw new FaultException(first + " (the first of " + check.problems().size() + ", see above)");
    }
}
