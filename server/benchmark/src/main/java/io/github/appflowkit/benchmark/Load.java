package io.github.appflowkit.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sends a call as fast as it is answered, with wrk.
 *
 * @param connections how many requests are under way at a time
 * @see <a href="https://github.com/wg/wrk">wrk</a>
 */
record Load(Project project, int connections) {
    /** Puts a number in the place of its bounds, another in each request of each run. */
    private static final String PICK = """
            math.randomseed(os.time())
            function request()
              local body = wrk.body:gsub("{0%.%.(%d+)}", function(last) return math.random(0, tonumber(last)) end)
              return wrk.format(nil, nil, nil, body)
            end
            """;

    /** How requests were answered. */
    record Result(double perSecond, double p99Micros) {}

    /** Loads a server for some seconds, and takes no other answer than the one that the call is to have. */
    Result on(int port, Call call, int seconds) {
        try {
            Path script = Files.writeString(project.results().resolve("load.lua"), script(call));
            Process wrk = new ProcessBuilder(
                            "wrk",
                            "--threads",
                            "1",
                            "--connections",
                            String.valueOf(connections),
                            "--duration",
                            seconds + "s",
                            "--timeout",
                            "5s",
                            "--script",
                            script.toString(),
                            "http://127.0.0.1:%d%s".formatted(port, call.path()))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return result(output.strip(), call);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Result result(String output, Call call) throws IOException {
        String last = output.substring(output.lastIndexOf('\n') + 1);
        if (!last.startsWith("{")) {
            throw new BenchmarkException("wrk says no figures: " + output);
        }
        JsonNode figures = new JsonMapper().readTree(last);
        long requests = figures.path("requests").asLong();
        long refused = call.status() < 400 ? 0 : requests;
        if (requests == 0
                || figures.path("broken").asLong() > 0
                || figures.path("refused").asLong() != refused) {
            throw new BenchmarkException("Not every answer is a %d: %s".formatted(call.status(), last));
        }
        return new Result(
                requests / (figures.path("micros").asDouble() / 1e6),
                figures.path("p99").asDouble());
    }

    private static String script(Call call) {
        StringBuilder script = new StringBuilder("wrk.method = \"POST\"\n");
        script.append("wrk.body = ").append(quoted(call.body())).append('\n');
        call.headers()
                .forEach((name, value) -> script.append("wrk.headers[")
                        .append(quoted(name))
                        .append("] = ")
                        .append(quoted(value))
                        .append('\n'));
        if (call.body().contains("{0..")) {
            script.append(PICK);
        }
        return script + """
                function done(summary, latency, requests)
                  local errors = summary.errors
                  io.write(string.format('{"requests":%d,"micros":%d,"p99":%d,"refused":%d,"broken":%d}\\n',
                    summary.requests, summary.duration, latency:percentile(99), errors.status,
                    errors.connect + errors.read + errors.write + errors.timeout))
                end
                """;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
