package io.sampan.outside.gateway.wechatpay;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Without a merchant id there is no WeChat Pay in this installation.
 *
 * @param api its address
 * @param mchId our merchant id
 * @param appId the app that the merchant id is bound to
 * @param merchantSerial serial number of our certificate
 * @param privateKey ours, PKCS#8 as PEM or bare base64
 * @param apiV3Key 32 characters, under which notices are sealed
 * @param platformKeyId id of the key with which WeChat Pay signs
 * @param platformPublicKey that key
 * @param callLimit longest wait for an answer
 * @param tolerance how far the time in a signature may lie from ours, either way
 * @param pageLife how long a code or page may be paid
 */
@ConfigurationProperties(prefix = "sampan.wechatpay", ignoreUnknownFields = false)
record WeChatPaySettings(
        @DefaultValue("https://api.mch.weixin.qq.com") URI api,
        @Nullable String mchId,
        @Nullable String appId,
        @Nullable String merchantSerial,
        @Nullable String privateKey,
        @Nullable String apiV3Key,
        @Nullable String platformKeyId,
        @Nullable String platformPublicKey,
        @DefaultValue("10s") Duration callLimit,
        @DefaultValue("300s") Duration tolerance,
        @DefaultValue("30m") Duration pageLife) {
    @Override
    public String toString() {
        return "WeChatPaySettings[" + api + ", " + mchId + "]";
    }

    /** @throws IllegalStateException naming the setting when it has no value */
    static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("WeChat Pay needs sampan.wechatpay." + name);
        }
        return value;
    }
}
