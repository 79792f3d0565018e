package io.sampan.outside.gateway;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** What came of opening a payment. */
public sealed interface Opened {
    /**
     * @param page where the shopper pays, until {@code expires}: a page of the web, or, where its scheme is another, what their phone is to read
     *     as a QR code
     */
    record Ready(String gatewayReference, URI page, Instant expires) implements Opened {}

    /** For good; {@code code} is the gateway's own. */
    record Refused(String code) implements Opened {}

    record Later(Duration after, String why) implements Opened {}

    /** Nobody knows whether it was opened: open again with the same key. */
    record Unclear(String why) implements Opened {}
}
