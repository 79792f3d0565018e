package io.sampan.outside.marketplace.ali1688;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we call 1688. The connector is there when {@code app-key} is set.
 *
 * @param gateway everything up to and with {@code /openapi}
 * @param appKey of our app at the platform; without it the connector is not there
 * @param appSecret that requests are signed with
 * @param accessToken of the account that buys; may be empty when there is a refresh token
 * @param refreshToken lives about half a year; an operator authorises again before that
 * @param readLimit longest wait for an answer to a question
 * @param orderLimit longest wait for an answer that changes something
 * @param languages that the platform translates into; for others it answers success and the Chinese title
 * @param flow kind of order; {@code general} buys at the shop's own price
 * @param bizType our kind of business; {@code cross_daigou} is a purchasing agent
 */
@ConfigurationProperties(prefix = "sampan.ali1688", ignoreUnknownFields = false)
record Ali1688Settings(
        @DefaultValue("https://gw.open.1688.com/openapi") URI gateway,
        @DefaultValue("") String appKey,
        @DefaultValue("") String appSecret,
        @DefaultValue("") String accessToken,
        @DefaultValue("") String refreshToken,
        @DefaultValue("6s") Duration readLimit,
        @DefaultValue("15s") Duration orderLimit,

        @DefaultValue({"en", "ja", "ko", "ru", "vi", "th", "id", "es", "fr", "pt"})
        Set<String> languages,

        @DefaultValue("general") String flow,
        @DefaultValue("cross_daigou") String bizType) {

    /** The language to ask for: the wanted one, or English where the platform does not speak it. */
    String country(String language) {
        return languages.contains(language) ? language : "en";
    }

    @Override
    public String toString() {
        return "Ali1688Settings[" + gateway + ", app " + appKey + "]";
    }
}
