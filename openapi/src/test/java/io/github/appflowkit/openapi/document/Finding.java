package io.github.appflowkit.openapi.document;

/**
 * One thing that is wrong, in one line: where it stands, what it is and what to do.
 *
 * @param place where it stands
 * @param text what is wrong, and what to do about it
 */
public record Finding(Place place, String text) {
    @Override
    public String toString() {
        return place + ": " + text;
    }
}
