package io.sampan.outside.marketplace.jdunion;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we call JD Union. The connector is there when {@code app-key} is set.
 *
 * @param gateway everything before {@code /routerjson}
 * @param appKey of our app at the programme; without it the connector is not there
 * @param appSecret that requests are signed with
 * @param readLimit longest wait for an answer
 */
@ConfigurationProperties(prefix = "sampan.jd-union", ignoreUnknownFields = false)
record JdUnionSettings(
        @DefaultValue("https://api.jd.com") URI gateway,
        @DefaultValue("") String appKey,
        @DefaultValue("") String appSecret,
        @DefaultValue("6s") Duration readLimit) {
    @Override
    public String toString() {
        return "JdUnionSettings[" + gateway + ", app " + appKey + "]";
    }
}
