package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void what_takes_long_is_told_again_and_again_until_it_is_done() {
        CountDownLatch lines = new CountDownLatch(3);

        boolean done = Progress.of(
                () -> isZero(lines),
                line -> {
                    told.add(line);
                    lines.countDown();
                },
                () -> "still at it",
                Duration.ofMillis(1));

        assertThat(done).isTrue();
        assertThat(told).hasSizeGreaterThanOrEqualTo(3).containsOnly("still at it");
    }

    @Test
    void what_is_quick_is_not_told() {
        assertThat(Progress.of(() -> 1, told::add, () -> "still at it", Duration.ofSeconds(60)))
                .isEqualTo(1);

        assertThat(told).isEmpty();
    }

    @Test
    void what_fails_fails() {
        assertThatThrownBy(() -> Progress.of(
                        () -> {
                            throw new IllegalStateException("wrong");
                        },
                        told::add,
                        () -> "still at it",
                        Duration.ofSeconds(60)))
                .hasMessage("wrong");
    }

    private static boolean isZero(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
