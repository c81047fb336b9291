package io.github.appflowkit.server.http;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the ids of requests: random UUIDs that keep no secret, and so need no slow source that all threads share. */
final class RequestId {
    private static final long VERSION_4 = 0x4000;
    private static final long VERSION_BITS = 0xf000;
    private static final long IETF_VARIANT = 1L << 63;

    private RequestId() {}

    static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong() & ~VERSION_BITS | VERSION_4, random.nextLong() >>> 2 | IETF_VARIANT);
    }
}
