package io.github.appflowkit.server.http.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.appflowkit.contract.control.model.PlannedFault;
import io.github.appflowkit.server.control.FaultPlan;
import io.github.appflowkit.server.control.StandingFault;
import io.github.appflowkit.server.control.StandingFaults;
import io.github.appflowkit.server.http.json.Mappers;
import java.util.List;

/**
 * Writes and reads the text of the planned faults that a store keeps: in JSON, with faults in their documented form.
 * Nothing is an empty text.
 */
final class FaultsJson {
    /**
     * What the text says.
     *
     * @param initial what the server that planned last started with
     */
    record Planned(List<PlannedFault> initial, StandingFaults standing) {}

    private record Document(List<PlannedFault> initial, List<Entry> standing) {}

    private record Entry(PlannedFault fault, long draws) {}

    /** Made when there is something to read or write: most servers plan nothing, and start the sooner. */
    private static final class Format {
        // A newer server that shares the store may write what this one does not know.
        static final ObjectReader READER =
                Mappers.body().readerFor(Document.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        // A message may have characters that a database has not: NUL, and halves of one.
        static final ObjectWriter WRITER =
                Mappers.body().writerFor(Document.class).with(JsonWriteFeature.ESCAPE_NON_ASCII);
    }

    private FaultsJson() {}

    static List<PlannedFault> forms(List<FaultPlan> plans) {
        return FaultForm.of(plans).getFaults();
    }

    static String write(Planned planned) {
        if (planned.initial().isEmpty() && planned.standing().faults().isEmpty()) {
            return "";
        }
        try {
            return Format.WRITER.writeValueAsString(new Document(
                    planned.initial(),
                    planned.standing().faults().stream()
                            .map(fault -> new Entry(FaultForm.of(fault.plan()), fault.draws()))
                            .toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Planned faults cannot be written", e);
        }
    }

    static Planned read(String text) {
        if (text.isEmpty()) {
            return new Planned(List.of(), StandingFaults.NONE);
        }
        try {
            Document document = Format.READER.readValue(text);
            // They say whom they mean: no defaults are needed.
            FaultForm form = new FaultForm(null);
            return new Planned(
                    document.initial(),
                    new StandingFaults(document.standing().stream()
                            .map(entry -> new StandingFault(form.plan(entry.fault()), entry.draws()))
                            .toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The store's planned faults cannot be read", e);
        }
    }
}
