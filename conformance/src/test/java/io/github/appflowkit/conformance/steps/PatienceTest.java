package io.github.appflowkit.conformance.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Broken;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Request;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatienceTest {
    private static final Request REQUEST = new Request("POST", "/stop-flow", List.of(), null, "us-east-1");
    private static final Exchange ANSWERED =
            new Exchange(REQUEST, List.of(), new Answer("HTTP/1.1", 200, List.of(), new byte[0]), null, 1);
    private static final Exchange TIMED_OUT = broken(new Broken(true, true, false, "no whole answer within 10 s"));
    private static final Exchange REFUSED = broken(new Broken(false, false, false, "the connection was refused"));
    private static final Exchange CUT = broken(new Broken(true, false, false, "the connection was closed"));

    private final Stop stop = new Stop();
    private final AtomicInteger probes = new AtomicInteger();
    private boolean alive;
    private final Patience patience = new Patience(stop, Duration.ofMillis(1), path -> {
        probes.incrementAndGet();
        return alive;
    });

    static Stream<Exchange> unanswered() {
        return Stream.of(TIMED_OUT, REFUSED);
    }

    @ParameterizedTest
    @MethodSource("unanswered")
    void three_in_a_row_and_an_unanswered_probe_end_the_run(Exchange exchange) {
        patience.after(exchange);
        patience.after(exchange);
        assertThat(probes).hasValue(0);
        patience.check();

        patience.after(exchange);

        assertThat(probes).hasValue(1);
        assertThat(stop.reason().orElseThrow())
                .startsWith("the endpoint has ceased to answer: POST /stop-flow")
                .contains(exchange.broken().reason());
        assertThatThrownBy(patience::check).isInstanceOf(Untestable.class);
    }

    @Test
    void a_probe_that_is_answered_lets_the_run_go_on_and_the_count_begin_again() {
        alive = true;
        for (int i = 0; i < 5; i++) {
            patience.after(TIMED_OUT);
        }
        assertThat(probes).hasValue(1);

        patience.after(TIMED_OUT);

        assertThat(probes).hasValue(2);
        assertThat(stop.reason()).isEmpty();
    }

    @Test
    void an_answer_in_between_begins_the_count_again_be_it_whole_or_not() {
        Stream.of(TIMED_OUT, TIMED_OUT, ANSWERED, REFUSED, TIMED_OUT, CUT, TIMED_OUT)
                .forEach(patience::after);

        assertThat(probes).hasValue(0);
        assertThat(stop.reason()).isEmpty();
    }

    @Test
    void who_wants_to_send_waits_for_the_probe() throws InterruptedException {
        AtomicReference<Throwable> refused = new AtomicReference<>();
        CountDownLatch probing = new CountDownLatch(1);
        CountDownLatch decided = new CountDownLatch(1);
        Patience slow = new Patience(stop, Duration.ofMillis(1), path -> {
            probing.countDown();
            awaitQuietly(decided);
            return false;
        });
        Thread prober =
                new Thread(() -> List.of(TIMED_OUT, TIMED_OUT, TIMED_OUT).forEach(slow::after));
        prober.start();
        probing.await();
        Thread waiting = new Thread(() -> refused.set(catchThrowable(slow::check)));
        waiting.start();
        while (waiting.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }

        decided.countDown();
        prober.join();
        waiting.join();

        assertThat(refused.get()).isInstanceOf(Untestable.class);
    }

    @Test
    void a_setup_that_ran_into_the_time_limit_three_times_in_a_row_is_not_called_again() {
        alive = true;
        AtomicInteger calls = new AtomicInteger();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> patience.setUp(() -> failLate(calls))).isInstanceOf(Untestable.class);
        }

        assertThat(calls).hasValue(3);
        assertThat(stop.reason()).isEmpty();
    }

    @Test
    void what_a_setup_and_a_cleanup_waited_out_counts_too() {
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> patience.setUp(() -> failLate(calls))).hasMessage("late");
        assertThatThrownBy(() -> patience.cleanUp(() -> failLate(calls))).hasMessage("late");
        patience.after(TIMED_OUT);

        assertThat(probes).hasValue(1);
        assertThat(stop.reason()).isPresent();
        assertThatThrownBy(() -> patience.setUp(() -> failLate(calls)))
                .hasMessage(stop.reason().orElseThrow());
        assertThat(calls).hasValue(2);
    }

    @Test
    void a_setup_that_refuses_at_once_is_called_again() {
        Patience patient = new Patience(stop, Duration.ofMinutes(1), path -> false);
        AtomicInteger calls = new AtomicInteger();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> patient.setUp(() -> failLate(calls))).hasMessage("late");
        }

        assertThat(calls).hasValue(5);
    }

    @Test
    void an_ended_run_tries_one_cleanup_that_hangs() {
        AtomicInteger calls = new AtomicInteger();
        stop.because("the endpoint is gone");

        assertThatThrownBy(() -> patience.cleanUp(() -> failLate(calls))).hasMessage("late");
        assertThatThrownBy(() -> patience.cleanUp(() -> failLate(calls)))
                .hasMessage("not removed, for the endpoint is gone");

        assertThat(calls).hasValue(1);
    }

    private static Object failLate(AtomicInteger calls) {
        calls.incrementAndGet();
        long end = System.nanoTime() + Duration.ofMillis(2).toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        throw new Untestable("late");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Exchange broken(Broken broken) {
        return new Exchange(REQUEST, List.of(), null, broken, 1);
    }
}
