package io.sampan.outside.marketplace.top;

import java.net.URI;
import java.time.Duration;

/**
 * One app of ours at TOP.
 *
 * @param source the connector that calls with it; its calls go out under this name
 * @param gateway everything up to and with {@code /router/rest}
 * @param session of the account that authorised the app; may be empty when there is a refresh token
 * @param readLimit longest wait for an answer to a question
 * @param orderLimit longest wait for an answer that changes something
 */
record TopApp(
        String source,
        URI gateway,
        String key,
        String secret,
        String session,
        String refreshToken,
        Duration readLimit,
        Duration orderLimit) {
    @Override
    public String toString() {
        return "TopApp[" + source + ", " + gateway + ", app " + key + "]";
    }
}
