package io.github.appflowkit.benchmark;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends requests with what the JDK has, reads the answers whole, and does nothing else. */
final class Resending {
    private static final int WORKERS = 2;

    private Resending() {}

    /** A process that sends the requests of a file to a port, so often. */
    static Timed of(Path requests, int port, int times, Project project) {
        String classes = Resending.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        List<String> command = List.of(
                project.java(),
                "-cp",
                classes,
                Resending.class.getName(),
                requests.toString(),
                String.valueOf(port),
                String.valueOf(times));
        return new Timed("its requests x " + times, command, project.results().resolve("resending.log"));
    }

    /** Sends the requests of a file to a port, so often. */
    public static void main(String[] args) throws Exception {
        List<HttpRequest> requests = read(Path.of(args[0]), Integer.parseInt(args[1]));
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            for (int time = 0; time < Integer.parseInt(args[2]); time++) {
                List<Future<?>> sent = new ArrayList<>();
                for (HttpRequest request : requests) {
                    sent.add(workers.submit(() -> client.send(request, BodyHandlers.ofByteArray())));
                }
                for (Future<?> answer : sent) {
                    answer.get();
                }
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<HttpRequest> read(Path file, int port) throws IOException {
        List<HttpRequest> requests = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int count = in.readInt(); count > 0; count--) {
                String method = in.readUTF();
                HttpRequest.Builder request =
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + in.readUTF()));
                for (int strings = in.readInt(); strings > 0; strings -= 2) {
                    request.header(in.readUTF(), in.readUTF());
                }
                byte[] body = in.readNBytes(in.readInt());
                requests.add(
                        request.method(method, BodyPublishers.ofByteArray(body)).build());
            }
        }
        return requests;
    }
}
