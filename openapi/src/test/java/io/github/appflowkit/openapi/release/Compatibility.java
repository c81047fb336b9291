package io.github.appflowkit.openapi.release;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether the contract, as it is now, may bear its version, given what was released last. */
public final class Compatibility {
    private final Document present;
    private final Optional<Document> released;
    private final List<Change> changes;
    private final List<String> problems = new ArrayList<>();

    private Compatibility(Project project) {
        present = project.contract();
        released = project.lastReleased();
        changes = released.map(last -> Changes.between(last, present)).orElse(List.of());
        Changelog changelog = new Changelog(project.text(Project.CHANGELOG));
        problems.addAll(changelog.problems(project.released(), present));
        released.map(Version::of).ifPresent(this::compare);
    }

    /** Compares the contract of a project with what was released of it. */
    public static Compatibility of(Project project) {
        return new Compatibility(project);
    }

    /** What the build has to fail for, a line each. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The difference, a line each, and what it asks of the next release. */
    public List<String> lines() {
        if (released.isEmpty()) {
            return List.of("contract " + present.version() + ": none was released yet");
        }
        String last = released.get().version();
        if (isUnchanged()) {
            return List.of("contract " + last + " (sha256 " + Project.hash(present) + "), as it was released");
        }
        List<String> lines = new ArrayList<>(changes.stream().map(this::line).toList());
        boolean raised = Version.of(present).compareTo(needed()) >= 0;
        lines.add("contract " + present.version() + " (sha256 " + Project.hash(present) + ") differs from the released "
                + last + (changes.isEmpty() ? " in words and examples" : "")
                + (raised ? ", as its version says" : ": its release has to be " + needed() + " or higher"));
        return lines;
    }

    /** What openapi-diff says of it. */
    public String details() {
        return released.filter(last -> !isUnchanged())
                .map(last -> OpenApiDifference.between(last, present).text())
                .orElse("");
    }

    boolean isUnchanged() {
        return released.filter(last -> last.text().equals(present.text())).isPresent();
    }

    /** The lowest version that the contract can be released as. */
    Version needed() {
        Level level = changes.stream()
                .map(Change::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.PATCH);
        return released.map(last -> Version.of(last).raised(level)).orElse(new Version(0, 0, 1));
    }

    private void compare(Version last) {
        Version now = Version.of(present);
        if (now.compareTo(last) < 0) {
            problems.add(versionPlace() + ": the version " + now + " is lower than " + last + ", which was released");
        }
        changes.stream().filter(this::isForbidden).map(this::line).forEach(problems::add);
    }

    /** A change, and what has to be done about it where the version does not allow it. */
    private String line(Change change) {
        return isForbidden(change)
                ? change + "; undo it, or raise the version to " + needed() + " (" + versionPlace() + ")"
                : change.toString();
    }

    private boolean isForbidden(Change change) {
        return change.level() == Level.MAJOR
                && released.filter(last ->
                                Version.of(present).major() <= Version.of(last).major())
                        .isPresent();
    }

    private Place versionPlace() {
        return present.root().at("info", "version").orElseThrow().place();
    }
}
