package io.github.appflowkit.server.http;

/** Tells the exchange that the current thread is serving; a request is served by one thread from its first byte on. */
final class Exchanges {
    private final ThreadLocal<Exchange> current = new ThreadLocal<>();

    Exchange current() {
        return current.get();
    }

    void begin(Exchange exchange) {
        current.set(exchange);
    }

    void end() {
        current.remove();
    }
}
