package io.sampan.outside.gateway.wechatpay;

import io.sampan.outside.gateway.wechatpay.WeChatPayKeys.Asked;
import io.sampan.outside.gateway.wechatpay.WeChatPayKeys.Proof;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** Opens WeChat Pay's signatures and seals to the benchmark of vectors; in the connector's package, since a connector shows nothing. */
public final class WeChatPayVector {
    private static final String SERIAL = "1";

    private final WeChatPayKeys keys;

    /** @param apiV3Key 32 characters; the pair of keys plays both sides */
    public WeChatPayVector(String privateKey, String publicKey, String apiV3Key) {
        keys = new WeChatPayKeys(new WeChatPaySettings(
                URI.create("https://pay.example"),
                "1900000001",
                "wx0000000000000001",
                SERIAL,
                privateKey,
                apiV3Key,
                SERIAL,
                publicKey,
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30)));
    }

    /** The signature that we make of a call. @param message its five lines, each ended by a line feed */
    public String signs(String message) {
        var lines = message.split("\n", -1);
        var asked = new Asked(lines[0], lines[1], lines[4]);
        var header = keys.authorization(asked, Instant.ofEpochSecond(Long.parseLong(lines[2])), lines[3]);
        return header.replaceAll(".*signature=\"([^\"]*)\".*", "$1");
    }

    /** Whether we take a notice as WeChat Pay's, and none with a space more or ten minutes later. */
    public boolean takes(String time, String nonce, String body, String sign) {
        var proof = new Proof(time, nonce, SERIAL, sign);
        var now = Instant.ofEpochSecond(Long.parseLong(time));
        return keys.fits(proof, body, now)
                && !keys.fits(proof, body + " ", now)
                && !keys.fits(proof, body, now.plus(Duration.ofMinutes(10)));
    }

    /** What was sealed; empty when it was not sealed with this key. */
    public String opens(String ciphertext, String nonce, String associated) {
        return keys.open(ciphertext, nonce, associated).orElse("");
    }
}
