package io.github.appflowkit.openapi.document;

/**
 * Where something stands.
 *
 * @param file the file, as it is named to people
 * @param line the line, from 1
 * @param column the column, from 1
 */
public record Place(String file, int line, int column) {
    /** As editors and compilers write it: {@code file:line:column}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
