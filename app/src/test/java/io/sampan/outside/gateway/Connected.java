package io.sampan.outside.gateway;

import java.net.URI;

/** A gateway's connector put together by hand, with its webhook on a port of its own. */
public interface Connected extends AutoCloseable {
    /** The connector. */
    Gateway gateway();

    /** Starts to hear; returns the webhook's address. */
    URI hear(Hearing hearing);

    @Override
    void close();
}
