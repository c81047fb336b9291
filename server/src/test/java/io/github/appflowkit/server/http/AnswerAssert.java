package io.github.appflowkit.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.UUID;

/** Says what an answer has to look like, whichever it is. */
final class AnswerAssert {
    private AnswerAssert() {}

    /** An error in the shape of all errors; returns its message. */
    static String assertError(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("X-Amzn-Errortype")).containsExactly(type);
        JsonNode body = json(answer);
        assertThat(body.propertyStream().map(member -> member.getKey())).containsExactly("message");
        return body.get("message").textValue();
    }

    /** The body of an answer that has one. */
    static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
        assertRequestId(answer);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + answer.body(), e);
        }
    }

    static void assertRequestId(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("x-amzn-RequestId"))
                .singleElement()
                .satisfies(UUID::fromString);
    }
}
