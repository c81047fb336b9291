package io.github.appflowkit.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.account.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    @Test
    void each_is_kept_as_it_was_until_all_are_forgotten() {
        ServedRequest refused = new ServedRequest(
                new UUID(2, -3),
                Instant.parse("2026-02-28T23:59:59.123456789Z"),
                Operation.DELETE_CONNECTOR_PROFILE,
                null,
                new Scope("210987654321", "eu-west-1"),
                429,
                "ThrottlingException",
                Duration.ofNanos(3_000_000_001L));
        Journal journal = new Journal();
        List<ServedRequest> requests = List.of(request("a"), refused, refused, request("b"));
        requests.forEach(journal::add);

        assertThat(journal.requests()).isEqualTo(requests);

        journal.clear();
        assertThat(journal.requests()).isEmpty();
        journal.add(refused);
        assertThat(journal.requests()).containsExactly(refused);
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
