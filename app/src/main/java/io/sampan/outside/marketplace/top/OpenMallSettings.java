package io.sampan.outside.marketplace.top;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we buy through OpenMall. The connector is there when {@code app-key} is set.
 *
 * @param gateway everything up to and with {@code /router/rest}
 * @param appKey of our app at the platform; without it the connector is not there
 * @param appSecret that requests are signed with
 * @param session of the account that authorised the app; may be empty when there is a refresh token
 * @param refreshToken changes with every renewal, perhaps
 * @param distributor the account's Taobao nick, which has signed the Alipay withholding agreement
 * @param divisionCode six digits of China's code for the warehouse's district; it says what is sold there and what sending costs
 * @param channelId what the platform is told of who the goods are for; never a person
 * @param readLimit longest wait for an answer to a question
 * @param orderLimit longest wait for an answer that changes something
 * @param poolEvery how often the pool of goods is read through, since it cannot be searched
 * @param poolPages most pages of a hundred goods that are read of it
 * @param lookBack how far back an order is looked for in the platform's list
 * @param listBehind how far that list may be behind; the platform says that it is, and not how far
 */
@ConfigurationProperties(prefix = "sampan.openmall", ignoreUnknownFields = false)
record OpenMallSettings(
        @DefaultValue("https://gw.api.taobao.com/router/rest")
        URI gateway,

        @DefaultValue("") String appKey,
        @DefaultValue("") String appSecret,
        @DefaultValue("") String session,
        @DefaultValue("") String refreshToken,
        @DefaultValue("") String distributor,
        @DefaultValue("441900") String divisionCode,
        @DefaultValue("sampan") String channelId,
        @DefaultValue("6s") Duration readLimit,
        @DefaultValue("15s") Duration orderLimit,
        @DefaultValue("6h") Duration poolEvery,
        @DefaultValue("200") int poolPages,
        @DefaultValue("7d") Duration lookBack,
        @DefaultValue("5m") Duration listBehind) {

    TopApp app() {
        return new TopApp(OpenMall.SOURCE, gateway, appKey, appSecret, session, refreshToken, readLimit, orderLimit);
    }

    @Override
    public String toString() {
        return "OpenMallSettings[" + gateway + ", app " + appKey + "]";
    }
}
