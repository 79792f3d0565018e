package io.sampan.outside.carrier.sampanpost;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we call SampanPost. The connector is there when {@code app-key} is set.
 *
 * @param gateway the one address of its open platform, with its path
 * @param appKey of our app at the platform; without it the connector is not there
 * @param appSecret that requests are signed with
 * @param limit longest wait for an answer
 */
@ConfigurationProperties(prefix = "sampan.sampanpost", ignoreUnknownFields = false)
record SampanPostSettings(
        @DefaultValue("http://127.0.0.1:1/router/api/service")
        URI gateway,

        @DefaultValue("") String appKey,
        @DefaultValue("") String appSecret,
        @DefaultValue("10s") Duration limit) {
    @Override
    public String toString() {
        return "SampanPostSettings[" + gateway + ", app " + appKey + "]";
    }
}
