package io.github.appflowkit.server.http.observe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs a line for each request: who asked for what, and how it ended. What a client chose is quoted and in ASCII, so
 * that it neither breaks a line nor steers a terminal; no header and no query is logged, since they may hold secrets.
 */
public final class AccessLog implements Consumer<AnsweredRequest> {
    /** What its lines are logged by, at INFO. */
    public static final String LOGGER = AccessLog.class.getName();

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final AccessLogFormat format;

    public AccessLog(AccessLogFormat format) {
        this.format = format;
    }

    @Override
    public void accept(AnsweredRequest request) {
        switch (format) {
            case TEXT -> LOG.info("{}", text(request));
            case JSON -> LOG.info("{}", json(members(request)));
            case OFF -> {}
        }
    }

    /** The values in the order of {@link #members}; a hyphen stands for one that is missing. */
    private static String text(AnsweredRequest request) {
        return "%s %s %s %s %s %s %s %d %s %dus"
                .formatted(
                        request.arrival(),
                        request.id(),
                        Objects.requireNonNullElse(account(request), "-"),
                        Objects.requireNonNullElse(region(request), "-"),
                        request.method() == null ? "-" : json(request.method() + " " + request.path()),
                        Objects.requireNonNullElse(request.operation(), "-"),
                        request.resource() == null ? "-" : json(request.resource()),
                        request.status(),
                        Objects.requireNonNullElse(request.errorType(), "-"),
                        micros(request));
    }

    private static Map<String, Object> members(AnsweredRequest request) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("time", request.arrival().toString());
        members.put("requestId", request.id().toString());
        members.put("account", account(request));
        members.put("region", region(request));
        members.put("method", request.method());
        members.put("path", request.path());
        members.put("operation", request.operation());
        members.put("resource", request.resource());
        members.put("status", request.status());
        members.put("errorType", request.errorType());
        members.put("micros", micros(request));
        members.values().removeIf(Objects::isNull);
        return members;
    }

    private static String account(AnsweredRequest request) {
        return request.caller() == null ? null : request.caller().account();
    }

    private static String region(AnsweredRequest request) {
        return request.caller() == null ? null : request.caller().region();
    }

    private static long micros(AnsweredRequest request) {
        return request.duration().toNanos() / 1_000;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers are always JSON", e);
        }
    }
}
