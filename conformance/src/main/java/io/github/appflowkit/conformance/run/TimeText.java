package io.github.appflowkit.conformance.run;

import java.time.Duration;

/** Spells durations as options do: {@code 500ms}, {@code 10s}, {@code 2m}. */
public final class TimeText {
    private TimeText() {}

    /** A duration as an option spells it. */
    public static String of(Duration duration) {
        if (duration.toMillis() % 1000 != 0) {
            return duration.toMillis() + "ms";
        }
        return duration.toSeconds() % 60 != 0 || duration.isZero()
                ? duration.toSeconds() + "s"
                : duration.toMinutes() + "m";
    }
}
