package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code report.html}: a report in one file that loads nothing, to read, to filter and to print. */
final class HtmlReport {
    private HtmlReport() {}

    /** What the template shows. */
    record Page(
            Report report,
            Headline headline,
            String tone,
            String style,
            String styleHash,
            String script,
            String scriptHash,
            String duration,
            String settings,
            List<Tile> verdicts,
            List<Bar> bar,
            boolean hasBroken,
            List<RuleEntry> broken,
            List<TextList> lists,
            boolean hasNotJudged,
            List<NotJudged> notJudged,
            List<CoveragePicture.Group> coverage,
            List<CoveragePicture.Cell> legend,
            String traced,
            List<TraceTable.Row> trace,
            List<String> levels,
            List<Feature> features) {}

    /** How many rules have a verdict. */
    record Tile(String name, String words, String mark, int count) {}

    /** A verdict's part of the bar, in thousandths of it. */
    record Bar(String verdict, String x, String width) {}

    /** Lines under a title. */
    record TextList(String id, String title, List<String> texts) {}

    /** The rules of a feature. */
    record Feature(String name, String counts, List<Row> rules) {}

    /** A rule in the table. */
    record Row(
            RuleEntry rule,
            String verdict,
            String words,
            String mark,
            String level,
            String meaning,
            String evidence,
            String covers,
            String provedBy,
            String judgedOn,
            String reasonTitle,
            String knownText,
            String flaky,
            boolean open) {}

    /** The document of a report. */
    static String write(Report report) {
        String style = Template.resource("report.css");
        String script = Template.resource("report.js");
        Headline headline = Headline.of(report);
        return Template.render(
                "report.html",
                new Page(
                        report,
                        headline,
                        headline.tone().name().toLowerCase(Locale.ROOT),
                        style,
                        sha256(style),
                        script,
                        sha256(script),
                        String.format(Locale.ROOT, "%.1f s", report.seconds()) + ", "
                                + Lines.counted(report.summary().getOrDefault("exchanges", 0L), "exchange"),
                        settings(report),
                        tiles(report),
                        bar(report),
                        !report.newlyBroken().isEmpty(),
                        report.newlyBroken(),
                        lists(report),
                        !report.notJudged().isEmpty(),
                        NotJudged.of(report),
                        CoveragePicture.of(report),
                        CoveragePicture.legend(),
                        Lines.counted(report.coverage().size(), "element"),
                        TraceTable.of(report),
                        Stream.of(Level.values()).map(Level::label).toList(),
                        report.features().stream()
                                .map(feature -> feature(report, feature))
                                .toList()));
    }

    private static String settings(Report report) {
        return (report.settings().strict() ? "strict" : "not strict") + ", requests "
                + (report.settings().signed() ? "signed" : "unsigned");
    }

    private static List<Tile> tiles(Report report) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> !report.with(verdict).isEmpty())
                .map(verdict -> new Tile(
                        verdict.label(),
                        Report.words(verdict),
                        mark(verdict),
                        report.with(verdict).size()))
                .toList();
    }

    private static List<Bar> bar(Report report) {
        List<Bar> bars = new ArrayList<>();
        double x = 0;
        for (Verdict verdict : Verdict.values()) {
            double width = 1000.0
                    * report.with(verdict).size()
                    / Math.max(1, report.rules().size());
            if (width > 0) {
                bars.add(new Bar(verdict.label(), decimal(x), decimal(width)));
                x += width;
            }
        }
        return bars;
    }

    private static List<TextList> lists(Report report) {
        return Stream.of(
                        new TextList("stale", "Stale lines of the baseline", report.staleBaseline()),
                        new TextList("left-behind", "Left behind at the endpoint", report.leftBehind()))
                .filter(list -> !list.texts().isEmpty())
                .toList();
    }

    private static Feature feature(Report report, String name) {
        List<RuleEntry> rules = report.rules().stream()
                .filter(rule -> rule.feature().equals(name))
                .toList();
        return new Feature(
                name,
                Report.counts(rules),
                rules.stream().map(rule -> row(report, rule)).toList());
    }

    private static Row row(Report report, RuleEntry rule) {
        return new Row(
                rule,
                rule.verdict().label(),
                Report.words(rule.verdict()),
                mark(rule.verdict()),
                rule.level().label(),
                meaning(rule.level()),
                rule.evidence().label(),
                TraceTable.covers(report, rule),
                TraceTable.provedBy(rule),
                Lines.counted(rule.scenarios(), "scenario") + ", " + Lines.counted(rule.exchanges(), "exchange"),
                rule.verdict() == Verdict.OBSERVED ? "Observed" : "Reason",
                rule.known() == null ? "" : rule.known().toString(),
                rule.flaky().isEmpty() ? "" : ConsoleReport.flaky(rule),
                rule.fails());
    }

    private static String meaning(Level level) {
        return switch (level) {
            case MUST -> "breaking it fails the run";
            case SHOULD -> "breaking it warns, and fails a strict run";
            case MAY -> "never judged, only recorded";
        };
    }

    /** A verdict as a sign, for those who do not see colours. */
    static String mark(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "✓";
            case FAILED -> "✗";
            case WARNED -> "!";
            case UNTESTABLE -> "?";
            case NOT_ROUTED -> "∅";
            case OBSERVED -> "○";
            case ERROR -> "‼";
        };
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
