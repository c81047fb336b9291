package io.github.appflowkit.openapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.openapi.document.Sound;
import io.github.appflowkit.openapi.release.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A project with a contract that keeps every rule, in a folder of its own. */
final class CopiedProject {
    private final Path folder;

    CopiedProject(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("openapi"));
        for (String other : List.of("control.yaml", "service.yaml")) {
            // What the other documents refer to in the contract is called otherwise in this one.
            write(
                    "openapi/" + other,
                    Files.readString(Path.of(other))
                            .replaceAll(
                                    "'appflow.yaml#/[^']+'",
                                    "'appflow.yaml#/components/schemas/StartFlowRequest/properties/flowName'"));
        }
        contract(Sound.contract());
        write("CHANGELOG.md", "# Changelog\n");
    }

    /** One whose contract is released. */
    static CopiedProject released(Path folder) throws IOException {
        CopiedProject project = new CopiedProject(folder);
        project.write(
                "CHANGELOG.md",
                "# Changelog\n\n## Contract 1.4.2 (not released yet)\n\n- StartFlow.\n\n## 1.0.0\n\n- All.\n");
        assertThat(project.run("release").out())
                .containsExactly(
                        "released contract 1.4.2 (sha256 " + hash(Sound.contract()) + ")",
                        "wrote openapi/released/appflow-1.4.2.yaml and its heading in CHANGELOG.md: commit both with the"
                                + " contract");
        return project;
    }

    /** The hash that a contract is known by. */
    static String hash(Sound contract) {
        return Project.hash(contract.document());
    }

    /**
     * What a command said.
     *
     * @param code its exit code
     * @param out the lines that it printed
     * @param err the lines of its failure
     */
    record Said(int code, List<String> out, List<String> err) {}

    void contract(Sound contract) throws IOException {
        write("openapi/appflow.yaml", contract.text());
    }

    void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    Path folder() {
        return folder;
    }

    Said run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = ContractCommand.run(new Project(folder), new PrintWriter(out), new PrintWriter(err), args);
        return new Said(
                code, out.toString().lines().toList(), err.toString().lines().toList());
    }
}
