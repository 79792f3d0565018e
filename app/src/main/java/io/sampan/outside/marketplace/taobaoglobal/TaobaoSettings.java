package io.sampan.outside.marketplace.taobaoglobal;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we call Taobao Global. The connector is there when {@code app-key} is set.
 *
 * @param gateway everything up to and with {@code /rest}
 * @param appKey of our app at the platform; without it the connector is not there
 * @param appSecret that requests are signed with
 * @param accessToken of the distributor's account; may be empty when there is a refresh token
 * @param refreshToken changes with every renewal
 * @param readLimit longest wait for an answer to a question
 * @param orderLimit longest wait for an answer that changes something
 * @param languages that the platform translates into
 * @param sourceMarket how the platform names Taobao among its markets; not documented
 * @param channelOrderType kind of order; {@code PANAMA_DG} is a purchasing agent's
 * @param onSale states of a product that can be bought; the names are not documented
 * @param offSale states of a product that is gone
 * @param finished states of an order that is finished; not documented, so none is known until an operator names it
 */
@ConfigurationProperties(prefix = "sampan.taobao-global", ignoreUnknownFields = false)
record TaobaoSettings(
        @DefaultValue("https://api.taobao.global/rest") URI gateway,
        @DefaultValue("") String appKey,
        @DefaultValue("") String appSecret,
        @DefaultValue("") String accessToken,
        @DefaultValue("") String refreshToken,
        @DefaultValue("6s") Duration readLimit,
        @DefaultValue("15s") Duration orderLimit,
        @DefaultValue({"en", "vi", "ru", "ko", "ja"}) Set<String> languages,
        @DefaultValue("TAOBAO") String sourceMarket,
        @DefaultValue("PANAMA_DG") String channelOrderType,
        @DefaultValue("ONLINE") Set<String> onSale,
        @DefaultValue({"OFFLINE", "DELETED"}) Set<String> offSale,
        @DefaultValue Set<String> finished) {

    /** The language to ask for: the wanted one, or English where the platform does not speak it. */
    String spoken(String language) {
        return languages.contains(language) ? language : "en";
    }

    @Override
    public String toString() {
        return "TaobaoSettings[" + gateway + ", app " + appKey + "]";
    }
}
