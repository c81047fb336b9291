package io.github.appflowkit.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes the requests out of a recording of the suite, in a form that is read without a library. */
final class RecordedRequests {
    /** What a client sets itself, and what the recording does not keep. */
    private static final Set<String> LEFT_OUT = Set.of("host", "content-length", "transfer-encoding", "authorization");

    private RecordedRequests() {}

    static void write(Path exchanges, Path file) throws IOException {
        ObjectReader reader = new JsonMapper().reader();
        List<JsonNode> requests = new ArrayList<>();
        for (String line : Files.readAllLines(exchanges)) {
            JsonNode exchange = reader.readTree(line);
            if (exchange.has("request")) {
                requests.add(exchange);
            }
        }
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeInt(requests.size());
            for (JsonNode exchange : requests) {
                write(exchange, out);
            }
        }
    }

    private static void write(JsonNode exchange, DataOutputStream out) throws IOException {
        JsonNode request = exchange.path("request");
        out.writeUTF(request.path("method").asText());
        out.writeUTF(request.path("target").asText());
        List<String> headers = new ArrayList<>();
        for (JsonNode header : exchange.at("/outcome/sent")) {
            if (!LEFT_OUT.contains(header.path(0).asText().toLowerCase())) {
                headers.addAll(List.of(header.path(0).asText(), header.path(1).asText()));
            }
        }
        out.writeInt(headers.size());
        for (String header : headers) {
            out.writeUTF(header);
        }
        byte[] body = request.has("bodyBase64")
                ? request.path("bodyBase64").binaryValue()
                : request.path("body").asText().getBytes(StandardCharsets.UTF_8);
        out.writeInt(body.length);
        out.write(body);
    }
}
