package io.sampan.outside.carrier.track17;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we call 17TRACK. The connector is there when {@code token} is set.
 *
 * @param address everything before {@code /track/v2.2}
 * @param token the account's key: sent with each question, and what pushes are signed with
 * @param limit longest wait for an answer
 * @param pause least time between two questions; the account may ask three times a second
 * @param page where people see how a number gets on, which stands where {@code NUMBER} does
 */
@ConfigurationProperties(prefix = "sampan.track17", ignoreUnknownFields = false)
record Track17Settings(
        @DefaultValue("https://api.17track.net") URI address,
        @DefaultValue("") String token,
        @DefaultValue("8s") Duration limit,
        @DefaultValue("350ms") Duration pause,

        @DefaultValue("https://t.17track.net/en#nums=NUMBER")
        String page) {
    @Override
    public String toString() {
        return "Track17Settings[" + address + "]";
    }
}
