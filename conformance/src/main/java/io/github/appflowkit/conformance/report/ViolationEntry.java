package io.github.appflowkit.conformance.report;

import java.util.List;

/**
 * How a scenario shows that a rule is broken, as reports show it.
 *
 * @param scenario the scenario's title
 * @param given the state that it was to find at the endpoint, a line each
 * @param before the last exchanges of the scenario before the one that shows it, a line each
 * @param expected what a right endpoint does
 * @param actual what this one did
 * @param exchange the exchange that shows it; null if no single one does
 */
public record ViolationEntry(
        String scenario,
        List<String> given,
        List<String> before,
        String expected,
        String actual,
        ExchangeEntry exchange) {
    public ViolationEntry {
        given = List.copyOf(given);
        before = List.copyOf(before);
    }

    /**
     * An exchange as people read it.
     *
     * @param request what was sent
     * @param answer what came back; its first line says why there is no whole answer, if there is none
     * @param curl a command that sends the request again, signed with the caller's own credentials
     * @param stateful whether it needs a resource that the run has removed since
     * @param millis milliseconds from sending to the answer's last byte
     */
    public record ExchangeEntry(Message request, Message answer, String curl, boolean stateful, long millis) {}

    /**
     * A request or an answer.
     *
     * @param line its first line
     * @param headers its telling headers
     * @param body its body, abridged around the fault if it is long; null for none
     */
    public record Message(String line, List<String> headers, String body) {
        public Message {
            headers = List.copyOf(headers);
        }
    }
}
