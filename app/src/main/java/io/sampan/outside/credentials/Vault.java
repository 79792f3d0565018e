package io.sampan.outside.credentials;

import io.sampan.ground.installation.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts what nobody may read in the database or its backups: AES-256-GCM with a fresh nonce each time, bound to the place where it is stored.
 * What is sealed looks like <code>{8f3a01c2}base64</code>, the id of its key in front, so that keys can be changed.
 */
@Component
class Vault {
    private static final Pattern SEALED = Pattern.compile("\\{([0-9a-f]{8})}([A-Za-z0-9+/]+=*)");
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 4;

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final String current;
    private final SecureRandom random = new SecureRandom();

    /** @throws IllegalStateException when a key is not one, or production has none */
    Vault(CredentialSettings settings, Installation installation) {
        if (settings.key().isBlank() && installation.isProduction()) {
            throw new IllegalStateException("Production needs sampan.credentials.key");
        }
        current = add(settings.key().isBlank() ? kept(settings.keyFile()) : settings.key());
        settings.formerKeys().forEach(this::add);
    }

    /** @param place where it will be stored; it opens nowhere else */
    String seal(String plain, String place) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, current, nonce, place).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            var whole = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return "{" + current + "}" + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Every JDK has " + CIPHER, broken);
        }
    }

    /** What was sealed for this place; what never was sealed as it stands. Empty when its key is unknown, or when it was tampered with or moved. */
    Optional<String> open(String stored, String place) {
        var parts = SEALED.matcher(stored);
        if (!parts.matches()) {
            return Optional.of(stored);
        }
        var whole = Base64.getDecoder().decode(parts.group(2));
        if (!keys.containsKey(parts.group(1)) || whole.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        var nonce = ByteBuffer.wrap(whole, 0, NONCE_BYTES);
        try {
            var plain = cipher(Cipher.DECRYPT_MODE, parts.group(1), bytes(nonce), place)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException tampered) {
            return Optional.empty();
        }
    }

    /** Whether it is sealed, and with the key of today. */
    boolean isSealed(String stored) {
        return SEALED.matcher(stored).matches() && stored.startsWith("{" + current + "}");
    }

    private Cipher cipher(int mode, String key, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** The key's id is the beginning of its hash: it tells keys apart and nothing about them. */
    private String add(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException("A key in sampan.credentials is not base64", notBase64);
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "A key in sampan.credentials has " + key.length + " bytes, not " + KEY_BYTES);
        }
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key);
            var id = HexFormat.of().formatHex(hash, 0, ID_BYTES);
            keys.put(id, new SecretKeySpec(key, "AES"));
            return id;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JDK has SHA-256", missing);
        }
    }

    /** The key in the file, which is made if it is not there; of two that make it at once the first counts. */
    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file.toAbsolutePath());
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key in " + file + " cannot be made or read", unreadable);
        }
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var whole = Files.createTempFile(file.getParent(), "key", ".new", onlyOwner);
        Files.writeString(whole, Base64.getEncoder().encodeToString(key));
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException another) {
            // Another node was first.
        } finally {
            Files.delete(whole);
        }
    }
}
