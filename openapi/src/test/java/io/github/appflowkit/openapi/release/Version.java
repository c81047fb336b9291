package io.github.appflowkit.openapi.release;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.FaultException;
import io.github.appflowkit.openapi.document.Part;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of the contract.
 *
 * @param major rises when something breaks
 * @param minor rises when something is added
 * @param patch rises for anything else
 */
record Version(int major, int minor, int patch) implements Comparable<Version> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})");

    /**
     * The version of a document.
     *
     * @throws FaultException if it is none
     */
    static Version of(Document document) {
        Part part = document.root()
                .at("info", "version")
                .orElseThrow(() -> new FaultException(document.root().finding("the info.version is missing")));
        Matcher parts = FORM.matcher(part.text());
        if (!parts.matches()) {
            throw new FaultException(
                    part.finding("the version '" + part.text() + "' is not three numbers such as 1.2.0"));
        }
        return new Version(number(parts, 1), number(parts, 2), number(parts, 3));
    }

    /** The lowest version that a change of this level may have. */
    Version raised(Level level) {
        return switch (level) {
            case MAJOR -> new Version(major + 1, 0, 0);
            case MINOR -> new Version(major, minor + 1, 0);
            case PATCH -> new Version(major, minor, patch + 1);
        };
    }

    @Override
    public int compareTo(Version other) {
        return Comparator.comparingInt(Version::major)
                .thenComparingInt(Version::minor)
                .thenComparingInt(Version::patch)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
