package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Target;
import java.util.function.Function;

/** A sender every request of which, on whatever way, passes one place that looks after existing resources. */
final class WatchedSender implements Sender {
    private final Sender sender;
    private final NamesSetup names;

    WatchedSender(Sender sender, NamesSetup names) {
        this.sender = sender;
        this.names = names;
    }

    private Exchange watched(Request request, Function<Request, Exchange> send) {
        names.sending(request);
        Exchange exchange;
        try {
            exchange = send.apply(request);
        } catch (RuntimeException | Error failed) {
            names.mayHaveChanged(request);
            throw failed;
        }
        names.sent(exchange);
        return exchange;
    }

    @Override
    public Target target() {
        return sender.target();
    }

    @Override
    public boolean signs() {
        return sender.signs();
    }

    @Override
    public boolean hasSecondAccount() {
        return sender.hasSecondAccount();
    }

    @Override
    public Exchange send(Request request) {
        return watched(request, sender::send);
    }

    @Override
    public Exchange sendRaw(Request request) {
        return watched(request, sender::sendRaw);
    }

    @Override
    public Connection connect() {
        Connection connection = sender.connect();
        return new Connection() {
            @Override
            public Exchange sendRaw(Request request) {
                return watched(request, connection::sendRaw);
            }

            @Override
            public void close() {
                connection.close();
            }
        };
    }

    @Override
    public void close() {
        sender.close();
    }
}
