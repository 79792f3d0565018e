package io.sampan.outside.gateway.wechatpay;

import io.sampan.outside.wire.Sha256Rsa;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Our signature on calls, theirs on answers and notices, and the seal around notices. Source: docs/sources/wechatpay.md, with vectors. */
final class WeChatPayKeys {
    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048";
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    /** What proves an answer or a notice to be WeChat Pay's. @param serial id of the key it is signed with */
    record Proof(String time, String nonce, String serial, String signature) {}

    /** What a signed call asks. @param path with its query */
    record Asked(String method, String path, String body) {}

    private final String mchId;
    private final String merchantSerial;
    private final PrivateKey ours;
    private final String platformKeyId;
    private final PublicKey platforms;
    private final SecretKeySpec seal;
    private final Duration tolerance;

    WeChatPayKeys(WeChatPaySettings settings) {
        mchId = WeChatPaySettings.required(settings.mchId(), "mch-id");
        merchantSerial = WeChatPaySettings.required(settings.merchantSerial(), "merchant-serial");
        ours = Sha256Rsa.privateKey(WeChatPaySettings.required(settings.privateKey(), "private-key"));
        platformKeyId = WeChatPaySettings.required(settings.platformKeyId(), "platform-key-id");
        platforms =
                Sha256Rsa.publicKey(WeChatPaySettings.required(settings.platformPublicKey(), "platform-public-key"));
        var key = WeChatPaySettings.required(settings.apiV3Key(), "api-v3-key").getBytes(StandardCharsets.UTF_8);
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("sampan.wechatpay.api-v3-key has 32 characters");
        }
        seal = new SecretKeySpec(key, "AES");
        tolerance = settings.tolerance();
    }

    /** The Authorization header of a call. */
    String authorization(Asked asked, Instant now, String nonce) {
        var time = Long.toString(now.getEpochSecond());
        var message = asked.method() + "\n" + asked.path() + "\n" + time + "\n" + nonce + "\n" + asked.body() + "\n";
        return SCHEME + " mchid=\"" + mchId + "\",nonce_str=\"" + nonce + "\",timestamp=\"" + time + "\",serial_no=\""
                + merchantSerial + "\",signature=\"" + Sha256Rsa.sign(ours, message) + "\"";
    }

    /** Whether WeChat Pay signed this body, and near enough to now: its own library does not look at the time. */
    boolean fits(Proof proof, String body, Instant now) {
        return proof.serial().equals(platformKeyId)
                && isNear(proof.time(), now)
                && Sha256Rsa.fits(
                        platforms, proof.time() + "\n" + proof.nonce() + "\n" + body + "\n", proof.signature());
    }

    /** The sealed text of a notice; empty when it was not sealed with our key. */
    Optional<String> open(String ciphertext, String nonce, String associated) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE, seal, new GCMParameterSpec(TAG_BITS, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
            var plain = cipher.doFinal(Base64.getDecoder().decode(ciphertext));
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException notSealedForUs) {
            return Optional.empty();
        }
    }

    private boolean isNear(String time, Instant now) {
        return time.matches("\\d{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now)
                                .abs()
                                .compareTo(tolerance)
                        <= 0;
    }
}
