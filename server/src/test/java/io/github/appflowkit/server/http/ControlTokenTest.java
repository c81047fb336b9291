package io.github.appflowkit.server.http;

import static io.github.appflowkit.server.http.AnswerAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.Configuration;
import io.github.appflowkit.server.StartException;
import io.github.appflowkit.server.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTokenTest {
    private static TestServer server;

    @BeforeAll
    static void start() throws StartException {
        server = TestServer.start(Configuration.builder().controlToken("open sesame"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void bearers_of_the_token_are_served_under_any_name_of_the_machine() throws IOException {
        assertThat(server.post("/_control/reset", null, "Authorization", "Bearer open sesame")
                        .statusCode())
                .isEqualTo(200);
        try (RawConnection connection = new RawConnection(server.uri())) {
            assertThat(connection
                            .send("GET /_control/requests HTTP/1.1\r\nHost: appflow.example\r\n"
                                    + "Authorization: Bearer open sesame\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer ",
                "Bearer open",
                "Bearer open sesame!",
                "Basic b3BlbiBzZXNhbWU=",
                "open sesame",
                "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/appflow/aws4_request,"
                        + " SignedHeaders=host;x-amz-date, Signature=0"
            })
    void nobody_else_is(String authorization) {
        HttpResponse<String> answer = server.post("/_control/reset", null, "Authorization", authorization);

        assertThat(assertError(answer, 403, "AccessDeniedException")).doesNotContain("sesame");
    }

    @Test
    void a_page_of_another_site_is_not_served_with_the_token_either() {
        assertError(
                server.post(
                        "/_control/reset",
                        null,
                        "Authorization",
                        "Bearer open sesame",
                        "Origin",
                        "http://evil.example"),
                403,
                "AccessDeniedException");
    }

    @Test
    void the_operations_need_no_token() {
        assertError(server.post("/stop-flow", "{\"flowName\":\"ab\"}"), 404, "ResourceNotFoundException");
    }
}
