package io.github.appflowkit.conformance.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One operation of the contract. */
public final class Operation {
    private final Contract contract;
    private final String id;
    private final String method;
    private final String path;
    private final JsonNode node;

    Operation(Contract contract, String id, String method, String path, JsonNode node) {
        this.contract = contract;
        this.id = id;
        this.method = method.toUpperCase(Locale.ROOT);
        this.path = path;
        this.node = node;
    }

    /** The operation's id, such as {@code StopFlow}. */
    public String id() {
        return id;
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** The path, such as {@code /stop-flow}. */
    public String path() {
        return path;
    }

    /** The members of the request, in the order of the document. */
    public List<Member> input() {
        return contract.members(contract.resolve(node.at("/requestBody/content/application~1json/schema")));
    }

    /** The parameters in its path, its query and its headers. */
    public List<Member> parameters() {
        return StreamSupport.stream(node.path("parameters").spliterator(), false)
                .map(contract::resolve)
                .map(parameter -> new Member(
                        parameter.path("name").asText(),
                        parameter.path("required").asBoolean(),
                        contract.resolve(parameter.path("schema"))))
                .toList();
    }

    /** The names of the headers of the answer with this status. */
    public List<String> headers(int status) {
        return response(status).path("headers").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The member of the request that names the resource: the one that is required. */
    public Member nameMember() {
        return input().stream().filter(Member::required).findFirst().orElseThrow();
    }

    /** The members of the answer with this status; none if it has no JSON body. */
    public List<Member> output(int status) {
        return contract.members(contract.resolve(schema(status)));
    }

    /** The documented statuses. */
    public List<Integer> statuses() {
        return node.path("responses").properties().stream()
                .map(response -> Integer.valueOf(response.getKey()))
                .toList();
    }

    /** The names of the errors that are documented for a status; none for 200 and for an undocumented status. */
    public List<String> errors(int status) {
        JsonNode header = response(status).path("headers").path("X-Amzn-Errortype");
        return Contract.texts(contract.resolve(header).path("schema").path("enum"));
    }

    /** The documented status of an error. */
    public Optional<Integer> statusOf(String error) {
        return statuses().stream()
                .filter(status -> errors(status).contains(error))
                .findFirst();
    }

    /**
     * What a body breaks of the schema of a status, a sentence each; none if it fits.
     *
     * @throws IllegalArgumentException if the contract names no schema to hold it against
     */
    public List<String> violations(int status, JsonNode body) {
        String ref = schema(status).path("$ref").asText();
        if (ref.isEmpty()) {
            throw new IllegalArgumentException(id + " has no schema of a name for the body of a " + status);
        }
        return contract.violations(ref, body);
    }

    private JsonNode response(int status) {
        return contract.resolve(node.path("responses").path(String.valueOf(status)));
    }

    private JsonNode schema(int status) {
        return response(status).at("/content/application~1json/schema");
    }
}
