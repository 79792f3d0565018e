package io.sampan.simulators.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;

/** SHA256withRSA with throwaway keys that ship with the simulators: the platform's own pair, and that of its one merchant. */
public final class Rsa {
    private static final String ALGORITHM = "SHA256withRSA";

    private final PrivateKey own;
    private final PublicKey other;

    private Rsa(PrivateKey own, PublicKey other) {
        this.own = own;
        this.other = other;
    }

    /** What a platform holds: its own private key, and the merchant's public key. */
    public static Rsa ofPlatform() {
        return of(resource("platform.pkcs8"), resource("merchant.spki"));
    }

    /** The merchant's private key, as PKCS#8 in base64: what a developer console lets a merchant take away. */
    public static String merchantPrivateKey() {
        return resource("merchant.pkcs8");
    }

    /** The platform's public key, as SubjectPublicKeyInfo in base64. */
    public static String platformPublicKey() {
        return resource("platform.spki");
    }

    /** The certificate of the platform's key, as PEM. */
    public static String platformCertificate() {
        return resource("platform.pem");
    }

    /** One's own private key (PKCS#8) and the other side's public key, both in base64. */
    public static Rsa of(String privateKey, String publicKey) {
        try {
            var keys = KeyFactory.getInstance("RSA");
            var decoder = Base64.getMimeDecoder();
            return new Rsa(
                    keys.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(privateKey))),
                    keys.generatePublic(new X509EncodedKeySpec(decoder.decode(publicKey))));
        } catch (GeneralSecurityException notKeys) {
            throw new IllegalArgumentException(notKeys);
        }
    }

    /** The signature in base64. */
    public String sign(String text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(own);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Whether the other side signed the text; false for anything that is no signature. */
    public boolean verify(String text, String base64) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(other);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(Rsa.class.getResourceAsStream("/keys/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
