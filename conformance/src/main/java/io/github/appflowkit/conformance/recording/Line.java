package io.github.appflowkit.conformance.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One line of a recording: what a scenario asked for and what it got, or how the run ended.
 *
 * @param scenario whose it is; null for the line that ends the recording
 * @param request the request that was sent; null if it is none
 * @param setup the call of the setup that was made; null if it is none
 * @param outcome what came of it
 * @param end how the run ended; null before the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Line(String scenario, JsonNode request, JsonNode setup, JsonNode outcome, End end) {
    /**
     * How a run ended.
     *
     * @param early why it ended before every rule was judged; null if it did not
     */
    record End(String early) {}

    static final String FILE = "exchanges.jsonl";

    static Line ofRequest(String scenario, JsonNode request, JsonNode outcome) {
        return new Line(scenario, request, null, outcome, null);
    }

    static Line ofSetup(String scenario, JsonNode call, JsonNode outcome) {
        return new Line(scenario, null, call, outcome, null);
    }

    static Line ofEnd(String early) {
        return new Line(null, null, null, null, new End(early));
    }

    /** What was asked for, by which its outcome is found again. */
    JsonNode asked() {
        return request == null ? setup : request;
    }
}
