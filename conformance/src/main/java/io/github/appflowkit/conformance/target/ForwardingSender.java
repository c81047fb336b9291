package io.github.appflowkit.conformance.target;

import java.util.function.Supplier;

/** A sender that sends through another one, and does something about every exchange on whatever way. */
public abstract class ForwardingSender implements Sender {
    private final Sender sender;

    /** Creates one that sends through another. */
    protected ForwardingSender(Sender sender) {
        this.sender = sender;
    }

    /**
     * Exchanges through the other sender.
     *
     * @param request what is to be sent
     * @param exchanging sends it, on the way that was asked for
     */
    protected abstract Exchange exchange(Request request, Supplier<Exchange> exchanging);

    @Override
    public final Target target() {
        return sender.target();
    }

    @Override
    public final boolean signs() {
        return sender.signs();
    }

    @Override
    public final boolean hasSecondAccount() {
        return sender.hasSecondAccount();
    }

    @Override
    public final Exchange send(Request request) {
        return exchange(request, () -> sender.send(request));
    }

    @Override
    public final Exchange sendRaw(Request request) {
        return exchange(request, () -> sender.sendRaw(request));
    }

    @Override
    public final Connection connect() {
        Connection connection = sender.connect();
        return new Connection() {
            @Override
            public Exchange sendRaw(Request request) {
                return exchange(request, () -> connection.sendRaw(request));
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
