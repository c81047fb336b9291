package io.github.appflowkit.conformance.target;

/**
 * A header field of a request or of an answer, as it was sent.
 *
 * @param name its name
 * @param value its value
 */
public record Header(String name, String value) {
    @Override
    public String toString() {
        return name + ": " + value;
    }
}
