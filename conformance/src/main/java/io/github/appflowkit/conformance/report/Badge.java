package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.report.Headline.Tone;
import io.github.appflowkit.conformance.verdict.ExitCode;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.util.Locale;

/** {@code badge.svg}: a run's outcome in one small picture. */
final class Badge {
    private static final String LABEL = "AppFlow conformance";
    private static final double EM = 11;
    private static final int PADDING = 7;

    /** The widths of the characters from space to tilde in thousandths of an em, in DejaVu Sans, which Verdana is like. */
    private static final int[] WIDTHS = {
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636,
        636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656,
        557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613,
        635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818,
        592, 592, 525, 636, 337, 636, 838
    };

    private Badge() {}

    /** What the template shows. */
    record Picture(
            String title,
            String label,
            String text,
            String colour,
            int width,
            int labelWidth,
            int textWidth,
            String labelX,
            String textX,
            String labelLength,
            String textLength) {}

    /** The picture of a report. */
    static String write(Report report) {
        Headline headline = Headline.of(report);
        String text = text(report);
        double labelLength = length(LABEL);
        double textLength = length(text);
        int labelWidth = (int) Math.ceil(labelLength) + 2 * PADDING;
        int textWidth = (int) Math.ceil(textLength) + 2 * PADDING;
        return Template.render(
                "badge.svg",
                new Picture(
                        LABEL + ": " + text + ". " + headline.verdict() + ". " + headline.detail(),
                        LABEL,
                        text,
                        colour(headline.tone()),
                        labelWidth + textWidth,
                        labelWidth,
                        textWidth,
                        decimal(labelWidth / 2.0),
                        decimal(labelWidth + textWidth / 2.0),
                        decimal(labelLength),
                        decimal(textLength)));
    }

    /** The rules that hold of all that bind: one that was not judged is no pass. */
    private static String text(Report report) {
        return switch (report.exitCode()) {
            case ExitCode.NOT_REACHED -> "not served";
            case ExitCode.SUITE_FAILED -> "suite failed";
            default -> report.with(Verdict.PASSED).size() + "/" + report.binding();
        };
    }

    private static String colour(Tone tone) {
        return switch (tone) {
            case GOOD -> "#2e7d32";
            case FAIR -> "#6b7a1e";
            case BAD -> "#c62828";
            case UNKNOWN -> "#616161";
        };
    }

    private static double length(String text) {
        return text.chars().map(c -> WIDTHS[c - ' ']).sum() * EM / 1000;
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
