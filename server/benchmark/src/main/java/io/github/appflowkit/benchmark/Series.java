package io.github.appflowkit.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** What was measured, once a round. */
record Series(List<Double> values) {
    Series {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
    }

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double min() {
        return values.stream().min(Double::compare).orElseThrow();
    }

    double max() {
        return values.stream().max(Double::compare).orElseThrow();
    }

    Series map(DoubleUnaryOperator change) {
        return new Series(values.stream().map(change::applyAsDouble).toList());
    }

    /** Each round's value less the same round's of another. */
    Series minus(Series other) {
        return with(other, (value, less) -> value - less);
    }

    /** Each round's value by the same round's of another: what disturbs a round disturbs both. */
    Series dividedBy(Series other) {
        return with(other, (value, by) -> value / by);
    }

    private Series with(Series other, DoubleBinaryOperator operation) {
        if (values.size() != other.values.size()) {
            throw new IllegalArgumentException("Only rounds that both were measured in can be compared");
        }
        return new Series(IntStream.range(0, values.size())
                .mapToObj(round -> operation.applyAsDouble(values.get(round), other.values.get(round)))
                .toList());
    }

    /** The median, and the range. */
    @Override
    public String toString() {
        return "%s (%s–%s)".formatted(text(median()), text(min()), text(max()));
    }

    /** Three digits that mean something. */
    private static String text(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
