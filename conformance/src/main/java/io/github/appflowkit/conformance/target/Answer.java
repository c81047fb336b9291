package io.github.appflowkit.conformance.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A whole answer, as it came over the wire. */
public final class Answer {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final Set<Integer> EARLY_REFUSALS = Set.of(405, 406, 413, 415);

    private final String protocol;
    private final int status;
    private final List<Header> headers;
    private final byte[] body;
    private final long omitted;

    /** The body once it was read as JSON, since many rules look at every answer; missing if it is no object. */
    private volatile JsonNode object;

    /**
     * Creates an answer.
     *
     * @param protocol such as {@code HTTP/1.1}
     * @param status the HTTP status
     * @param headers its headers, in their order
     * @param body its body; empty for none
     * @param omitted how many further bytes of the body were received and not kept, for it is huge
     */
    public Answer(String protocol, int status, List<Header> headers, byte[] body, long omitted) {
        this.protocol = protocol;
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.omitted = omitted;
    }

    /** Creates an answer whose body is kept whole. */
    public Answer(String protocol, int status, List<Header> headers, byte[] body) {
        this(protocol, status, headers, body, 0);
    }

    /** Such as {@code HTTP/1.1}. */
    public String protocol() {
        return protocol;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Its headers, in their order. */
    public List<Header> headers() {
        return headers;
    }

    /** Its body; empty for none. */
    public byte[] body() {
        return body;
    }

    /** How many further bytes of the body were received and not kept. */
    public long omitted() {
        return omitted;
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as a JSON object, if it is one, in UTF-8 and without a byte order mark: not every client reads others. */
    public Optional<JsonNode> object() {
        if (object == null) {
            object = objectOrMissing();
        }
        return Optional.of(object).filter(JsonNode::isObject);
    }

    private JsonNode objectOrMissing() {
        try {
            JsonNode json = json();
            return json != null && json.isObject() ? json : JSON.missingNode();
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }

    private JsonNode json() throws IOException {
        return JSON.readTree(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body))
                .toString());
    }

    /** Why the body, which has to be JSON, is none, and where; empty if it is JSON. */
    public Optional<String> jsonFault() {
        try {
            json();
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of("it is not in UTF-8");
        } catch (JsonProcessingException e) {
            return Optional.of(e.getOriginalMessage().replaceFirst(" \\(start marker at .*", "") + ", at character "
                    + e.getLocation().getCharOffset());
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The JSON member of this name in the body; a missing node if there is none. */
    public JsonNode member(String name) {
        return object().map(json -> json.path(name)).orElseGet(() -> JSON.missingNode());
    }

    /** Whether the answer is an error. */
    public boolean isError() {
        return status >= 400;
    }

    /** Whether the route or the media types were refused, before an operation was reached. */
    public boolean isEarlyRefusal() {
        return EARLY_REFUSALS.contains(status);
    }

    /**
     * The error's type where clients look for it: the header {@code X-Amzn-Errortype}, else the body's {@code __type}
     * or {@code code}, cut at the first colon and after the last number sign, as clients cut it.
     */
    public Optional<String> errorType() {
        return header("X-Amzn-Errortype")
                .or(() -> text(member("__type")))
                .or(() -> text(member("code")))
                .map(Answer::bareName)
                .filter(name -> !name.isEmpty());
    }

    /** The error's message where clients look for it: {@code message}, else {@code Message}. */
    public Optional<String> message() {
        return text(member("message")).or(() -> text(member("Message"))).filter(text -> !text.isEmpty());
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
    }

    private static String bareName(String type) {
        int colon = type.indexOf(':');
        String head = colon < 0 ? type : type.substring(0, colon);
        return head.substring(head.lastIndexOf('#') + 1).strip();
    }

    /** Status and error type: what tells two answers apart whatever names and messages they hold. */
    public String outcome() {
        return status + (isError() ? errorType().map(type -> " " + type).orElse(" without an error type") : "");
    }

    /** The same with a success's body, as failures tell it. */
    public String summary() {
        return outcome()
                + (isError() || body.length == 0 ? "" : " " + abridged(text()))
                + (omitted == 0 ? "" : " (a body of " + (body.length + omitted) + " bytes)");
    }

    static String abridged(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 120 ? line : line.substring(0, 119) + "…";
    }
}
