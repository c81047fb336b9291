package io.github.appflowkit.benchmark;

import io.github.appflowkit.server.AppFlowServer;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.profile.ConnectorProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Deletes profiles of a server in this process one after the other, on one connection, and puts them back.
 *
 * @param of what the deleted profiles are
 */
record Deletes(String of, AppFlowServer server, Supplier<String> names, boolean forced) {
    static final Scope SCOPE = new Scope("123456789012", "us-east-1");

    private static final int TIMEOUT_MILLIS = 10_000;

    /** The microseconds until an answer, in the middle of all. */
    double micros(int times) {
        List<Double> micros = new ArrayList<>();
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            AnswerReader answers = new AnswerReader(socket.getInputStream());
            for (int time = 0; time < times; time++) {
                String name = names.get();
                byte[] request = Probe.request(call(name));
                long begin = System.nanoTime();
                socket.getOutputStream().write(request);
                answers.require(forced ? 200 : 409);
                micros.add((System.nanoTime() - begin) / 1e3);
                server.store().put(new ConnectorProfile(SCOPE.name(name)));
            }
            return new Series(micros).median();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return of;
    }

    private Call call(String name) {
        return Call.json(
                "/delete-connector-profile",
                "{\"connectorProfileName\":\"%s\",\"forceDelete\":%s}".formatted(name, forced),
                forced ? 200 : 409);
    }
}
