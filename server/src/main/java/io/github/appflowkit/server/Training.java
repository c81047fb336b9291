package io.github.appflowkit.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Uses a server as its first users do, so that a class-data archive made of it has the classes that they need. */
final class Training {
    private static final String STATE =
            "connectorProfiles: [{name: crm}]\n" + "flows: [{name: nightly, trigger: Scheduled, source: crm}]\n";

    private Training() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path state = Files.writeString(Files.createTempFile("training", ".yaml"), STATE);
        PipedWriter out = new PipedWriter();
        Thread server = new Thread(() -> ServerCommand.run(
                new PrintWriter(out, true),
                new PrintWriter(Writer.nullWriter()),
                Surroundings.ofProcess(),
                "--port",
                "0",
                "--state",
                state.toString()));
        try (BufferedReader lines = new BufferedReader(new PipedReader(out))) {
            server.start();
            String listening = lines.readLine();
            URI uri = URI.create(listening.substring(listening.lastIndexOf(' ') + 1));
            call(uri, "/stop-flow", "{\"flowName\":\"nightly\"}");
            call(uri, "/stop-flow", "{\"flowName\":\"missing\"}");
            call(uri, "/stop-flow", "{\"flowName\":\"not a name\"}");
            call(uri, "/delete-connector-profile", "{\"connectorProfileName\":\"crm\"}");
            server.interrupt();
            server.join();
        } finally {
            Files.delete(state);
        }
    }

    /** Sends a request by as few classes as can be, since the archive keeps them all. */
    private static void call(URI uri, String path, String body) throws IOException {
        String request = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }
}
