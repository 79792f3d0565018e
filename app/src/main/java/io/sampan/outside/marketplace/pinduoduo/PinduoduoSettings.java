package io.sampan.outside.marketplace.pinduoduo;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we call Pinduoduo. The connector is there when {@code client-id} is set.
 *
 * @param gateway everything before {@code /api/router}
 * @param clientId of our app at the platform; without it the connector is not there
 * @param clientSecret that requests are signed with
 * @param pid the promotion position that goods are searched for; empty where none is needed
 * @param readLimit longest wait for an answer
 * @param tooOften error codes that say that we call too often; not documented
 */
@ConfigurationProperties(prefix = "sampan.pinduoduo", ignoreUnknownFields = false)
record PinduoduoSettings(
        @DefaultValue("https://gw-api.pinduoduo.com") URI gateway,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String pid,
        @DefaultValue("6s") Duration readLimit,
        @DefaultValue({"70031", "52101"}) Set<String> tooOften) {
    @Override
    public String toString() {
        return "PinduoduoSettings[" + gateway + ", client " + clientId + "]";
    }
}
