package io.github.appflowkit.conformance.cli;

import java.math.BigInteger;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads whole numbers between two bounds. */
abstract class WholeNumber implements ITypeConverter<Long> {
    private final long least;
    private final long most;

    private WholeNumber(long least, long most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public Long convert(String value) {
        boolean number = value.matches("[+-]?\\d{1,40}");
        BigInteger read = number ? new BigInteger(value) : BigInteger.ZERO;
        if (!number || read.compareTo(BigInteger.valueOf(least)) < 0 || read.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new TypeConversionException("is not a whole number between " + least + " and " + most);
        }
        return read.longValue();
    }

    /** A number of workers. */
    static final class Workers extends WholeNumber {
        Workers() {
            super(1, 64);
        }
    }

    /** A number of runs. */
    static final class Times extends WholeNumber {
        Times() {
            super(1, 1000);
        }
    }

    /** A share of a hundred. */
    static final class Percent extends WholeNumber {
        Percent() {
            super(0, 100);
        }
    }

    /** A seed of random numbers. */
    static final class Seed extends WholeNumber {
        Seed() {
            super(Long.MIN_VALUE, Long.MAX_VALUE);
        }
    }
}
