package io.github.appflowkit.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A picture of how something goes with something else: x by powers, y from nothing. Every x that was measured is marked.
 *
 * @param x what is varied, and y what is measured
 */
record Plot(String title, String x, String y, List<Line> lines) {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int LEFT = 80;
    private static final int RIGHT = 20;
    private static final int TOP = 50;
    private static final int BOTTOM = 60;
    private static final List<String> COLORS = List.of("#0b62a4", "#c2410c", "#3f7d20", "#6b21a8");

    /**
     * What was measured of one side.
     *
     * @param points what was measured for each x
     */
    record Line(String name, Map<Double, Double> points) {
        Line {
            points = new TreeMap<>(points);
        }
    }

    /** Writes it as SVG. */
    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, svg());
    }

    String svg() {
        StringBuilder svg = new StringBuilder(text(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n",
                WIDTH, HEIGHT));
        svg.append(text(
                "<title>%s</title>%n<rect width=\"%d\" height=\"%d\" fill=\"white\"/>%n",
                escaped(title), WIDTH, HEIGHT));
        svg.append(label(WIDTH / 2.0, 22, "middle", title));
        svg.append(label(WIDTH / 2.0, HEIGHT - 12, "middle", x));
        svg.append(label(8, TOP - 14, "start", y));
        double step = step();
        for (double value = 0; value <= top() + step / 2; value += step) {
            svg.append(text("<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>%n", LEFT, down(value), WIDTH - RIGHT));
            svg.append(label(LEFT - 8, down(value) + 4, "end", number(value)));
        }
        for (double value : lines.get(0).points().keySet()) {
            svg.append(label(across(value), HEIGHT - BOTTOM + 20, "middle", number(value)));
        }
        for (int line = 0; line < lines.size(); line++) {
            svg.append(drawn(lines.get(line), COLORS.get(line % COLORS.size()), LEFT + 12 + 150 * line));
        }
        return svg.append("</svg>\n").toString();
    }

    private String drawn(Line line, String color, int keyAt) {
        String points = line.points().entrySet().stream()
                .map(point -> text("%.1f,%.1f", across(point.getKey()), down(point.getValue())))
                .collect(Collectors.joining(" "));
        String marks = line.points().entrySet().stream()
                .map(point -> text(
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"><title>%s: %s</title></circle>%n",
                        across(point.getKey()),
                        down(point.getValue()),
                        color,
                        number(point.getKey()),
                        number(point.getValue())))
                .collect(Collectors.joining());
        return text("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n", points, color)
                + marks
                + text("<rect x=\"%d\" y=\"32\" width=\"12\" height=\"4\" fill=\"%s\"/>%n", keyAt, color)
                + label(keyAt + 18, 40, "start", line.name());
    }

    private static String label(double across, double down, String anchor, String words) {
        return text("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", across, down, anchor, escaped(words));
    }

    private double across(double value) {
        double first = Math.log(
                lines.get(0).points().keySet().stream().min(Double::compare).orElseThrow());
        double last = Math.log(
                lines.get(0).points().keySet().stream().max(Double::compare).orElseThrow());
        double share = last == first ? 0 : (Math.log(value) - first) / (last - first);
        return LEFT + 20 + share * (WIDTH - RIGHT - LEFT - 40);
    }

    private double down(double value) {
        return HEIGHT - BOTTOM - value / top() * (HEIGHT - BOTTOM - TOP);
    }

    /** The end of the axis: the next whole step above everything. */
    private double top() {
        return Math.ceil(most() / step()) * step();
    }

    private double step() {
        double rough = most() / 5;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double first = rough / power;
        return power * (first <= 1 ? 1 : first <= 2 ? 2 : first <= 5 ? 5 : 10);
    }

    private double most() {
        return lines.stream()
                .flatMap(line -> line.points().values().stream())
                .max(Double::compare)
                .filter(value -> value > 0)
                .orElse(1.0);
    }

    private static String number(double value) {
        if (value >= 1e6 && value % 1e5 == 0) {
            return text("%sM", number(value / 1e6));
        }
        return value == Math.rint(value) ? text("%,d", (long) value) : text("%.3g", value);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format.replace("%n", "\n"), values);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;");
    }
}
