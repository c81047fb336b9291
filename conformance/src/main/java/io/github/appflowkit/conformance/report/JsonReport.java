package io.github.appflowkit.conformance.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.appflowkit.conformance.rule.Evidence;
import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** {@code report.json}: everything that a run found, for machines; the other reports are made from nothing else. */
public final class JsonReport {
    /** The JSON Schema of the document, on the class path. */
    public static final String SCHEMA = "schema/report-1.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Verdict.class, Labelled.class)
            .addMixIn(Level.class, Labelled.class)
            .addMixIn(Evidence.class, Labelled.class)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private JsonReport() {}

    /** Enums are written as reports spell them. */
    private interface Labelled {
        @JsonValue
        String label();
    }

    /** The document of a report. */
    static byte[] write(Report report) {
        try {
            return (JSON.writerWithDefaultPrettyPrinter()
                                    .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                                    .writeValueAsString(report)
                            + "\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a report.
     *
     * @throws NoReportException if the file is none, or one of a form that this suite does not know
     */
    public static Report read(Path file) {
        try {
            JsonNode document = JSON.readTree(Files.readAllBytes(file));
            String kind = document.path("kind").asText();
            String format = document.path("format").asText();
            if (!kind.equals(Report.KIND)) {
                throw new NoReportException(file + " is no report.json of this suite");
            }
            if (!major(format).equals(major(Report.FORMAT))) {
                throw new NoReportException(file + " has the format " + format + ", and this suite reads "
                        + major(Report.FORMAT) + ".x; use the version of the suite that wrote it");
            }
            return JSON.treeToValue(document, Report.class);
        } catch (NoSuchFileException e) {
            throw new NoReportException(file + " is not there: 'appflow-conformance run' writes such a report");
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new NoReportException(file + " is no report.json of this suite");
        } catch (IOException e) {
            throw new NoReportException(file + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads the report of a run that reached its endpoint.
     *
     * @throws NoReportException if it is none that can be read, or of a run that ended before it judged anything
     */
    public static Report readJudged(Path file) {
        Report report = read(file);
        if (report.endedEarly() != null && report.judgedNothing()) {
            throw new NoReportException(file + " is of a run that judged nothing, and there is nothing to compare: "
                    + report.endedEarly().replaceFirst("^nothing was judged: ", ""));
        }
        return report;
    }

    private static String major(String format) {
        return format.split("\\.", 2)[0];
    }
}
