package io.github.appflowkit.benchmark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects comparisons, and shows them as Markdown, and with every figure as JSON. */
final class Table {
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notMeasured = new ArrayList<>();
    private final double loadBefore = load();

    void add(Row row) {
        rows.add(row);
    }

    void notMeasured(String reason) {
        notMeasured.add(reason);
    }

    /** Prints the table, and writes it with its raw figures as {@code NAME.json}. */
    void show(String name, Project project, PrintWriter out) throws IOException {
        out.printf(
                "%d cores, Java %s, load average %.1f before and %.1f after%n%n", cores(), java(), loadBefore, load());
        out.println("| what | ours | peer | ratio |");
        out.println("|---|---|---|---|");
        for (Row row : rows) {
            out.printf("| %s | %s | %s: %s | %s |%n", row.what(), row.ours(), row.peer(), row.theirs(), row.ratio());
        }
        notMeasured.forEach(reason -> out.println("not measured: " + reason));
        out.flush();
        Path file = project.results().resolve(name + ".json");
        new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json());
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cores", cores());
        json.put("java", java());
        json.put("load", List.of(loadBefore, load()));
        json.put("rows", rows.stream().map(Table::json).toList());
        json.put("notMeasured", notMeasured);
        return json;
    }

    private static Map<String, Object> json(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", row.what());
        json.put("ours", row.ours().values());
        json.put("peer", row.peer());
        json.put("theirs", row.theirs().values());
        json.put("ratios", row.ratio().values());
        json.put(
                "ratio",
                Double.parseDouble(
                        String.format(Locale.ROOT, "%.3f", row.ratio().median())));
        return json;
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static String java() {
        return Runtime.version().toString();
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
