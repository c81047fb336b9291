package io.github.appflowkit.openapi.command;

import io.github.appflowkit.openapi.document.FaultException;
import io.github.appflowkit.openapi.page.ContractPage;
import io.github.appflowkit.openapi.release.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Checks the documents before anything is generated from them, so that the build fails with the line to mend. */
public final class BuildCheck {
    private BuildCheck() {}

    /**
     * Checks the documents.
     *
     * @param args the project's folder
     */
    public static void main(String... args) {
        try {
            check(Path.of(args[0]), System.out::println);
            page(new Project(Path.of(args[0])), Boolean.parseBoolean(System.getenv("CI")), System.out::println);
        } catch (IOException | RuntimeException e) {
            // Maven would add a stack trace.
            throw new FaultException(ContractCommand.told(e));
        }
    }

    /**
     * Checks the documents of a project.
     *
     * @param told takes what there is to tell besides
     * @throws FaultException if something has to be mended
     */
    static void check(Path folder, Consumer<String> told) throws IOException {
        Check check = Check.of(new Project(folder));
        // Lines of their own, since Maven tells a failure within a longer line.
        check.problems().forEach(told);
        if (!check.problems().isEmpty()) {
            int count = check.problems().size();
            throw new FaultException(
                    check.problems().get(0) + (count == 1 ? "" : " (the first of " + count + ", see above)"));
        }
        check.lines().forEach(told);
        Path module = folder.resolve("openapi");
        new GeneratedSources(
                        module.resolve("target/generated-sources/openapi"),
                        List.of(
                                module.resolve("appflow.yaml"),
                                module.resolve("control.yaml"),
                                module.resolve("pom.xml"),
                                folder.resolve("pom.xml")))
                .deleteIfStale();
    }

    /**
     * As the format of the code, the page follows by itself where people work, and is only checked elsewhere.
     *
     * @throws FaultException if it is only checked, and is not what the contract says
     */
    static void page(Project project, boolean checkOnly, Consumer<String> told) {
        if (ContractPage.isRight(project)) {
            return;
        }
        if (checkOnly) {
            throw new FaultException(
                    ContractPage.FILE, "it is not what the contract says: build once without CI=true, and commit it");
        }
        ContractPage.write(project);
        told.accept(ContractPage.FILE + " is written anew: commit it with the contract");
    }
}
