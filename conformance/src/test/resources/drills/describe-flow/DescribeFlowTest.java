package io.github.appflowkit.server.http;

import static io.github.appflowkit.server.http.AnswerAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DescribeFlowTest {
    @Test
    // tags
    void a_flow_is_described() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.put("/_control/flows", "{\"name\":\"ab\",\"trigger\":\"Event\"}");

            assertThat(server.post("/describe-flow", "{\"flowName\":\"ab\"}").body()).isEqualTo("{\"flowStatus\":\"Active\"}");
            assertError(server.post("/describe-flow", "{\"flowName\":\"none\"}"), 404, "ResourceNotFoundException");
        }
    }
}
