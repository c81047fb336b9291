package io.github.appflowkit.openapi.release;

import io.github.appflowkit.openapi.document.Document;
import java.util.List;
import java.util.Optional;

/**
 * The entries of the changelog that are about the contract, each under a heading such as
 * {@code ## Contract 1.1.0 (sha256 0123456789ab)}; until its release {@code (not released yet)}.
 */
final class Changelog {
    private static final String OPEN = "(not released yet)";

    private final String text;

    Changelog(String text) {
        this.text = text;
    }

    /** What is wrong with the entry of a released contract, in one line. */
    Optional<String> problem(Document released) {
        String wanted = heading(released);
        List<String> headings = headings(Version.of(released));
        if (headings.isEmpty()) {
            return Optional.of(Project.CHANGELOG + ": the heading '" + wanted + "' is missing, and " + released.file()
                    + " was released: write the entry");
        }
        return headings.equals(List.of(wanted))
                ? Optional.empty()
                : Optional.of(Project.CHANGELOG + ":" + line(headings.get(0)) + ": '" + headings.get(0) + "' is not '"
                        + wanted + "', which " + released.file() + " is: undo the change of the one that was edited");
    }

    /** What has to be written before a contract can be released, in one line. */
    Optional<String> missing(Document contract) {
        Version version = Version.of(contract);
        List<String> headings = headings(version);
        String wanted = "## Contract " + version + " " + OPEN;
        if (headings.isEmpty()) {
            return Optional.of(Project.CHANGELOG + ": there is no entry of contract " + version + ": write '" + wanted
                    + "', and beneath it what changes for clients and for implementations");
        }
        int line = line(headings.get(0));
        return hasWords(line)
                ? Optional.empty()
                : Optional.of(Project.CHANGELOG + ":" + line
                        + ": the entry is empty: write what changes for clients and" + " for implementations");
    }

    /** The text with the entry of a contract marked as released. */
    String stamped(Document contract) {
        String heading = headings(Version.of(contract)).get(0);
        return text.lines()
                        .map(line -> line.equals(heading) ? heading(contract) : line)
                        .reduce((above, line) -> above + "\n" + line)
                        .orElseThrow()
                + "\n";
    }

    private static String heading(Document contract) {
        return "## Contract " + contract.version() + " (sha256 " + Project.hash(contract) + ")";
    }

    private List<String> headings(Version version) {
        return text.lines()
                .filter(line -> line.startsWith("## Contract " + version + " "))
                .toList();
    }

    private boolean hasWords(int line) {
        return text.lines()
                .skip(line)
                .takeWhile(following -> !following.startsWith("## "))
                .anyMatch(following -> !following.isBlank());
    }

    private int line(String heading) {
        return text.lines().toList().indexOf(heading) + 1;
    }
}
