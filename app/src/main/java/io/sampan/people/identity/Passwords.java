package io.sampan.people.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords. bcrypt reads 72 bytes at most, so it is given the SHA-256 of the password: long pass phrases count in full. */
@Component
final class Passwords {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    private final PasswordEncoder bcrypt;
    private final String nobodys;

    Passwords(IdentitySettings settings) {
        this.bcrypt = new BCryptPasswordEncoder(settings.passwordCost());
        this.nobodys = hash("nobody's password");
    }

    String hash(String password) {
        var hash = bcrypt.encode(digest(password));
        if (hash == null) {
            throw new IllegalStateException("No hash of a password that is there");
        }
        return hash;
    }

    boolean matches(String password, String hash) {
        return bcrypt.matches(digest(password), hash);
    }

    /** Takes as long as {@link #matches}, so that an unknown email cannot be told by the time of the answer. */
    void wasteTheSameTime(String password) {
        bcrypt.matches(digest(password), nobodys);
    }

    private static String digest(String password) {
        return Base64.getEncoder().encodeToString(Sha256.of(password.getBytes(StandardCharsets.UTF_8)));
    }
}
