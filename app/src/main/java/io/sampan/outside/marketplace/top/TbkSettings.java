package io.sampan.outside.marketplace.top;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we look through TBK. The connector is there when {@code app-key} is set.
 *
 * @param gateway everything up to and with {@code /router/rest}
 * @param appKey of our app at the platform; without it the connector is not there
 * @param appSecret that requests are signed with
 * @param session of the account that authorised the app; only share tokens need it, and without it and a refresh token none are opened
 * @param refreshToken of that account
 * @param pid our place as an affiliate, {@code mm_<member>_<site>_<adzone>}
 * @param upgraded whether the upgraded APIs are asked, for apps that have no others; their search names most goods by ids that change, and such goods
 *     are left out
 * @param readLimit longest wait for an answer
 */
@ConfigurationProperties(prefix = "sampan.tbk", ignoreUnknownFields = false)
record TbkSettings(
        @DefaultValue("https://gw.api.taobao.com/router/rest")
        URI gateway,

        @DefaultValue("") String appKey,
        @DefaultValue("") String appSecret,
        @DefaultValue("") String session,
        @DefaultValue("") String refreshToken,
        @DefaultValue("mm_0_0_0") String pid,
        @DefaultValue("false") boolean upgraded,
        @DefaultValue("6s") Duration readLimit) {
    private static final String PID = "mm_\\d+_\\d+_\\d+";
    private static final int SITE = 2;
    private static final int ADZONE = 3;

    TbkSettings {
        if (!pid.matches(PID)) {
            throw new IllegalArgumentException("sampan.tbk.pid is not like mm_1_2_3");
        }
    }

    String site() {
        return pid.split("_")[SITE];
    }

    String adzone() {
        return pid.split("_")[ADZONE];
    }

    boolean hasAccount() {
        return !session.isBlank() || !refreshToken.isBlank();
    }

    TopApp app() {
        return new TopApp(Tbk.SOURCE, gateway, appKey, appSecret, session, refreshToken, readLimit, readLimit);
    }

    @Override
    public String toString() {
        return "TbkSettings[" + gateway + ", app " + appKey + "]";
    }
}
