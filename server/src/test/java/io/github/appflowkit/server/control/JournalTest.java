package io.github.appflowkit.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.account.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalTest {
    @Test
    void only_the_latest_ten_thousand_requests_are_kept_oldest_first() {
        Journal journal = new Journal();
        for (int i = 0; i < 10_005; i++) {
            journal.add(request("flow" + i));
        }

        assertThat(journal.requests()).hasSize(10_000);
        assertThat(journal.requests().get(0).resource()).isEqualTo("flow5");
        assertThat(journal.requests().get(9_999).resource()).isEqualTo("flow10004");
    }

    private static ServedRequest request(String flow) {
        return new ServedRequest(
                new UUID(1, 1),
                Instant.EPOCH,
                Operation.STOP_FLOW,
                flow,
                new Scope("123456789012", "us-east-1"),
                200,
                null,
                Duration.ZERO);
    }
}
