package io.github.appflowkit.benchmark;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how often, how long or with how many of something is measured; all of it is bounded. */
final class Count implements ITypeConverter<Integer> {
    private static final int MAX = 10_000_000;

    @Override
    public Integer convert(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count >= 1 && count <= MAX) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Told below, as what is out of bounds.
        }
        throw new TypeConversionException("'%s' is not a count; 1 to %d are allowed".formatted(text, MAX));
    }
}
