package io.github.appflowkit.server.http;

import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;

/**
 * Counts the open connections. As many again as the limit are surplus: what they ask is answered with a refusal. More
 * are closed at once.
 */
final class ConnectionCount extends BaseFilter {
    private static final Attribute<Boolean> SURPLUS =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(ConnectionCount.class.getName());

    private final AtomicInteger open = new AtomicInteger();
    private final int limit;

    ConnectionCount(int limit) {
        this.limit = limit;
    }

    static boolean isSurplus(Connection<?> connection) {
        return SURPLUS.isSet(connection);
    }

    @Override
    public NextAction handleAccept(FilterChainContext context) {
        int now = open.incrementAndGet();
        if (now > limit) {
            SURPLUS.set(context.getConnection(), true);
        }
        if (now > 2L * limit) {
            context.getConnection().closeSilently();
        }
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleClose(FilterChainContext context) {
        open.decrementAndGet();
        return context.getInvokeAction();
    }
}
