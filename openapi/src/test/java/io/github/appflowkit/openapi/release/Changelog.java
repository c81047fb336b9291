package io.github.appflowkit.openapi.release;

import io.github.appflowkit.openapi.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The entries of the changelog that are about the contract, each under a heading such as
 * {@code ## Contract 1.1.0 (sha256 0123456789ab)}; until its release {@code (not released yet)}.
 */
final class Changelog {
    private static final String OPEN = "(not released yet)";
    private static final Pattern RELEASED = Pattern.compile("## Contract (\\S+) \\(sha256 .*");

    private final List<String> lines;

    Changelog(String text) {
        lines = text.lines().toList();
    }

    /** A line that begins an entry, with its number. */
    private record Heading(int line, String text) {
        String place() {
            return Project.CHANGELOG + ":" + line + ": ";
        }
    }

    /** What is wrong with the entries of what was released, a line each. */
    List<String> problems(List<Document> released, Document present) {
        List<String> problems = new ArrayList<>();
        released.forEach(document -> problems.addAll(problems(document)));
        headings("").filter(heading -> !heading.text().equals(heading(present))).forEach(heading -> {
            Matcher version = RELEASED.matcher(heading.text());
            if (version.matches()
                    && released.stream().noneMatch(kept -> kept.version().equals(version.group(1)))) {
                problems.add(heading.place() + "contract " + version.group(1) + " was released, and "
                        + Project.kept(version.group(1)) + " is missing: restore it, or write '" + OPEN
                        + "' if its release was interrupted");
            }
        });
        return problems;
    }

    private List<String> problems(Document released) {
        String wanted = heading(released);
        List<Heading> headings = headings(released.version()).toList();
        Optional<Heading> right = headings.stream()
                .filter(heading -> heading.text().equals(wanted))
                .findFirst();
        if (headings.isEmpty()) {
            return List.of(Project.CHANGELOG + ": the heading '" + wanted + "' is missing, and " + released.file()
                    + " was released: write the entry");
        }
        if (right.isEmpty()) {
            Heading edited = headings.get(0);
            return List.of(edited.place() + "'" + edited.text() + "' is not '" + wanted + "', which " + released.file()
                    + " is: undo the change of the one that was edited");
        }
        return headings.stream()
                .filter(heading -> heading != right.get())
                .map(second -> second.place() + "contract " + released.version() + " was released, and has its entry at"
                        + " line " + right.get().line() + ": remove this one, or give it a version of its own")
                .toList();
    }

    /** What has to be written before a contract can be released, in one line. */
    Optional<String> missing(Document contract) {
        String wanted = "## Contract " + contract.version() + " " + OPEN;
        Optional<Heading> heading = headings(contract.version()).findFirst();
        if (heading.isEmpty()) {
            return Optional.of(Project.CHANGELOG + ": there is no entry of contract " + contract.version()
                    + ": write '" + wanted
                    + "', and beneath it what changes for clients and for implementations");
        }
        return hasWords(heading.get())
                ? Optional.empty()
                : Optional.of(heading.get().place()
                        + "the entry is empty: write what changes for clients and for implementations");
    }

    /** The text with the entry of a contract marked as released. */
    String stamped(Document contract) {
        int line = headings(contract.version()).findFirst().orElseThrow().line();
        List<String> stamped = new ArrayList<>(lines);
        stamped.set(line - 1, heading(contract));
        return String.join("\n", stamped) + "\n";
    }

    private static String heading(Document contract) {
        return "## Contract " + contract.version() + " (sha256 " + Project.hash(contract) + ")";
    }

    /** The headings of a version; of all, if none is given. */
    private Stream<Heading> headings(String version) {
        String begin = "## Contract " + (version.isEmpty() ? "" : version + " ");
        return Stream.iterate(1, line -> line <= lines.size(), line -> line + 1)
                .map(line -> new Heading(line, lines.get(line - 1)))
                .filter(heading -> heading.text().startsWith(begin));
    }

    private boolean hasWords(Heading heading) {
        return lines.stream()
                .skip(heading.line())
                .takeWhile(following -> !following.startsWith("## "))
                .anyMatch(following -> !following.isBlank());
    }
}
