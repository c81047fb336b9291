package io.github.appflowkit.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** The limit of what runs in Grizzly: a handler that answers everything with the same bytes. */
final class BareGrizzly {
    private static final byte[] BODY =
            "{\"flowArn\":\"arn:aws:appflow:us-east-1:123456789012:flow/nightly-export\",\"flowStatus\":\"Suspended\"}"
                    .getBytes(StandardCharsets.UTF_8);

    private BareGrizzly() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        HttpServer server = new HttpServer();
        server.addListener(new NetworkListener("bare", "127.0.0.1", Integer.parseInt(args[0])));
        server.getListener("bare").getKeepAlive().setMaxRequestsCount(-1);
        server.getServerConfiguration()
                .addHttpHandler(
                        new HttpHandler() {
                            @Override
                            public void service(Request request, Response response) throws IOException {
                                response.setContentType("application/json");
                                response.setContentLength(BODY.length);
                                response.getOutputStream().write(BODY);
                            }
                        },
                        "/");
        server.start();
        Thread.currentThread().join();
    }
}
