package io.sampan.outside.gateway.alipay;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Without an app id there is no Alipay in this installation.
 *
 * @param gateway its address
 * @param appId of our app
 * @param privateKey ours, PKCS#8 as PEM or bare base64
 * @param alipayPublicKey Alipay's for our app, as its console shows it
 * @param callLimit longest wait for an answer
 * @param tolerance how far the time in a notice may lie from ours: Alipay goes on sending for 25 hours
 * @param pageLife how long a payment may be completed on Alipay's page
 */
@ConfigurationProperties(prefix = "sampan.alipay", ignoreUnknownFields = false)
record AlipaySettings(
        @DefaultValue("https://openapi.alipay.com/gateway.do")
        URI gateway,

        @Nullable String appId,
        @Nullable String privateKey,
        @Nullable String alipayPublicKey,
        @DefaultValue("10s") Duration callLimit,
        @DefaultValue("2d") Duration tolerance,
        @DefaultValue("30m") Duration pageLife) {
    @Override
    public String toString() {
        return "AlipaySettings[" + gateway + ", " + appId + "]";
    }

    String requiredAppId() {
        return required(appId, "app-id");
    }

    String requiredPrivateKey() {
        return required(privateKey, "private-key");
    }

    String requiredAlipayPublicKey() {
        return required(alipayPublicKey, "alipay-public-key");
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("Alipay needs sampan.alipay." + name);
        }
        return value;
    }
}
