package io.github.appflowkit.openapi.release;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.FaultException;
import java.util.List;

/** Makes a release of the contract: it is kept as it is, and the changelog bears its hash. */
public final class Release {
    private final Project project;

    /** Creates one for a project. */
    public Release(Project project) {
        this.project = project;
    }

    /**
     * Releases the contract; one that is released already stays as it is.
     *
     * @return what was done, a line each
     * @throws FaultException with what has to be done first
     */
    public List<String> make() {
        Compatibility compatibility = Compatibility.of(project);
        compatibility.problems().stream().findFirst().ifPresent(Release::refuse);
        Document contract = project.contract();
        String name = "contract " + contract.version() + " (sha256 " + Project.hash(contract) + ")";
        if (compatibility.isUnchanged()) {
            return List.of(name + " is released already");
        }
        Version version = Version.of(contract);
        if (version.compareTo(compatibility.needed()) < 0) {
            refuse(contract.root().at("info", "version").orElseThrow().place() + ": the version is " + version
                    + ", and what changed since the last release needs " + compatibility.needed() + " or higher");
        }
        Changelog changelog = new Changelog(project.text(Project.CHANGELOG));
        changelog.missing(contract).ifPresent(Release::refuse);
        // The changelog first: if it cannot be written, nothing is kept, and one that is stamped can be stamped again.
        project.write(Project.CHANGELOG, changelog.stamped(contract));
        String kept = project.keep(contract);
        return List.of(
                "released " + name,
                "wrote " + kept + " and its heading in " + Project.CHANGELOG + ": commit both with the contract");
    }

    private static void refuse(String reason) {
        throw new FaultException(reason);
    }
}
