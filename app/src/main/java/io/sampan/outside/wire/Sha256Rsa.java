package io.sampan.outside.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** SHA-256 with RSA (PKCS#1 v1.5) over UTF-8 text, signatures in base64: what Alipay calls RSA2, and WeChat Pay and PayPal use as well. */
public final class Sha256Rsa {
    private static final String ALGORITHM = "SHA256withRSA";

    private Sha256Rsa() {}

    /**
     * @param pem a PKCS#8 key, as PEM or as bare base64
     * @throws IllegalArgumentException for anything else; the message never holds the key
     */
    public static PrivateKey privateKey(String pem) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes(pem)));
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            throw new IllegalArgumentException("This is no RSA key in PKCS#8");
        }
    }

    /**
     * @param pem a SubjectPublicKeyInfo, as PEM or as bare base64
     * @throws IllegalArgumentException for anything else
     */
    public static PublicKey publicKey(String pem) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes(pem)));
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            throw new IllegalArgumentException("This is no RSA public key");
        }
    }

    /** The signature of the text, in base64. */
    public static String sign(PrivateKey key, String text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException notWithThisKey) {
            throw new IllegalStateException(notWithThisKey);
        }
    }

    /** Whether the holder of the key signed the text; false for what is no signature at all. */
    public static boolean fits(PublicKey key, String text, String base64) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    private static byte[] bytes(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }
}
