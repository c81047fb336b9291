package io.github.appflowkit.server.fuzz;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run saw.
 *
 * @param probes how many of the requests were followed by one whose answer has to be its own
 * @param answers how often each status was answered
 * @param closed how many broken requests ended their connection without an answer
 * @param hangs how many requests were neither answered nor ended
 * @param flaws the first answers that are not as all have to be, each with its request
 */
record FuzzReport(
        long requests,
        long connections,
        long probes,
        Map<Integer, Long> answers,
        long closed,
        long hangs,
        List<String> flaws,
        Duration time) {
    @Override
    public String toString() {
        long unasked = answers.entrySet().stream()
                .filter(status -> status.getKey() >= 500 && status.getKey() != 505)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return "%d requests on %d connections in %d s, %d of them followed by a probe; answers by status %s; closed without an answer %d; 5xx %d; hangs %d"
                .formatted(requests, connections, time.toSeconds(), probes, answers, closed, unasked, hangs);
    }
}
