package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.ForwardingSender;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Sender;
import java.util.function.Supplier;

/** A sender every request of which, on whatever way, passes one place that looks after existing resources. */
final class WatchedSender extends ForwardingSender {
    private final NamesSetup names;

    WatchedSender(Sender sender, NamesSetup names) {
        super(sender);
        this.names = names;
    }

    @Override
    protected Exchange exchange(Request request, Supplier<Exchange> exchanging) {
        names.sending(request);
        Exchange exchange;
        try {
            exchange = exchanging.get();
        } catch (RuntimeException | Error failed) {
            names.mayHaveChanged(request);
            throw failed;
        }
        names.sent(exchange);
        return exchange;
    }
}
