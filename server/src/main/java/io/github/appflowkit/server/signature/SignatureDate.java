package io.github.appflowkit.server.signature;

import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** When a request was signed. */
record SignatureDate(Instant instant) {
    /** As far as the clocks of a client and of a server may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Reads {@code 20260131T120000Z}. */
    static SignatureDate ofAmzDate(String text) {
        return parse(text, BASIC);
    }

    /** Reads what a {@code Date} header may be: of HTTP's form or of AWS's. */
    static SignatureDate ofHttpDate(String text) {
        return parse(text, text.endsWith("Z") ? BASIC : DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    private static SignatureDate parse(String text, DateTimeFormatter format) {
        try {
            return new SignatureDate(format.parse(text, Instant::from));
        } catch (DateTimeException e) {
            throw new Problem(
                    ProblemKind.SIGNATURE_INCOMPLETE,
                    "Date must be in ISO-8601 'basic format'. Got '" + text + "'. See"
                            + " http://en.wikipedia.org/wiki/ISO_8601");
        }
    }

    String day() {
        return toString().substring(0, 8);
    }

    /**
     * Lets the signature pass while it is good.
     *
     * @param validity how long it is good; null if only so long as clocks may differ
     * @throws Problem if it is too old or of the future
     */
    void requireCurrent(Instant now, Duration validity) {
        Instant earliest = now.minus(validity == null ? SKEW : validity);
        if (instant.isBefore(earliest)) {
            throw new Problem(
                    ProblemKind.SIGNATURE_INVALID,
                    "Signature expired: %s is now earlier than %s (%s - %s.)"
                            .formatted(this, text(earliest), text(now), words(validity)));
        }
        Instant latest = now.plus(SKEW);
        if (instant.isAfter(latest)) {
            throw new Problem(
                    ProblemKind.SIGNATURE_INVALID,
                    "Signature not yet current: %s is still later than %s (%s + %s.)"
                            .formatted(this, text(latest), text(now), words(null)));
        }
    }

    /** The date as it is signed. */
    @Override
    public String toString() {
        return text(instant);
    }

    private static String text(Instant instant) {
        return BASIC.format(instant);
    }

    private static String words(Duration validity) {
        return validity == null ? SKEW.toMinutes() + " min" : validity.toSeconds() + " s";
    }
}
