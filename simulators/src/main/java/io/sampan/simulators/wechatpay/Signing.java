package io.sampan.simulators.wechatpay;

import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.kernel.Rsa;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of API v3 in both ways, and the seal around notices. Source: docs/sources/wechatpay.md "Signature", with vectors. */
final class Signing {
    static final String MCH_ID = "1900000001";
    static final String MERCHANT_SERIAL = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
    static final String PLATFORM_SERIAL = "PUB_KEY_ID_0119000000012026112700000001";
    static final String API_V3_KEY = "SampanSimulatedApiV3Key0123456AB";

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern PARAMETER = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048 ";
    private static final int NONCES_KEPT = 100_000;
    private static final int TAG_BITS = 128;

    private final Rsa rsa;
    private final Map<String, Instant> nonces = new LinkedHashMap<>();

    Signing(Rsa rsa) {
        this.rsa = rsa;
    }

    /** Refuses a call that the merchant did not sign, or not now, or whose nonce was used before. */
    void check(Question q, String pathAndQuery, Instant now) {
        String header = q.header("authorization");
        if (!header.startsWith(SCHEME)) {
            throw unsigned("Http头缺少Authorization签名串");
        }
        var said = new HashMap<String, String>();
        var parts = PARAMETER.matcher(header.substring(SCHEME.length()));
        while (parts.find()) {
            said.put(parts.group(1), parts.group(2));
        }
        String time = said.getOrDefault("timestamp", "");
        String nonce = said.getOrDefault("nonce_str", "");
        boolean known = MCH_ID.equals(said.get("mchid")) && MERCHANT_SERIAL.equals(said.get("serial_no"));
        if (!known || !time.matches("\\d{1,12}") || nonce.isEmpty()) {
            throw unsigned("商户证书序列号有误或签名串不完整");
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(time));
        if (Duration.between(signed, now).abs().compareTo(WINDOW) > 0) {
            throw unsigned("Authorization中的timestamp与发起请求的时间不得超过5分钟");
        }
        String message = q.method() + "\n" + pathAndQuery + "\n" + time + "\n" + nonce + "\n" + q.text() + "\n";
        if (!rsa.verify(message, said.getOrDefault("signature", ""))) {
            throw unsigned("错误的签名，验签失败");
        }
        if (!isFresh(nonce, now)) {
            throw unsigned("请求重放");
        }
    }

    /** The headers that prove an answer or a notice to be WeChat Pay's. */
    Map<String, String> headers(String body, Instant now) {
        String nonce = UUID.randomUUID().toString().replace("-", "");
        String time = String.valueOf(now.getEpochSecond());
        var headers = new LinkedHashMap<String, String>();
        headers.put("Wechatpay-Timestamp", time);
        headers.put("Wechatpay-Nonce", nonce);
        headers.put("Wechatpay-Serial", PLATFORM_SERIAL);
        headers.put("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
        headers.put("Wechatpay-Signature", rsa.sign(time + "\n" + nonce + "\n" + body + "\n"));
        return headers;
    }

    /** AES-256-GCM under the merchant's APIv3 key, in base64. */
    static String sealed(String plain, String nonce, String associated) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(API_V3_KEY.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private synchronized boolean isFresh(String nonce, Instant now) {
        nonces.values().removeIf(at -> at.isBefore(now.minus(WINDOW.multipliedBy(2))));
        return nonces.size() < NONCES_KEPT && nonces.putIfAbsent(nonce, now) == null;
    }

    private static Refused unsigned(String words) {
        return new Refused(401, "SIGN_ERROR", words);
    }
}
