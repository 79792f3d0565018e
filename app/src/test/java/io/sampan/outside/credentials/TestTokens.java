package io.sampan.outside.credentials;

import io.sampan.ground.database.TestDatabase;
import io.sampan.ground.installation.Installation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Tokens on a test's database, sealed with a key that everybody knows. */
public final class TestTokens {
    static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private TestTokens() {}

    public static AccessTokens on(TestDatabase database, Clock clock) {
        var settings = settings(KEY);
        return new AccessTokens(new TokenTable(database.jdbc(), vault(settings), clock), clock, settings);
    }

    /** The access token that all nodes use. */
    public static String access(TestDatabase database, String service) {
        return new TokenTable(database.jdbc(), vault(settings(KEY)), Clock.systemUTC())
                .token(service)
                .orElseThrow()
                .access();
    }

    static CredentialSettings settings(String key, String... former) {
        return new CredentialSettings(key, List.of(former), Path.of("target/no-such.key"), Duration.ofSeconds(2));
    }

    static Vault vault(CredentialSettings settings) {
        return new Vault(settings, installation(Installation.Mode.DEMO));
    }

    static Installation installation(Installation.Mode mode) {
        return new Installation(mode, URI.create("http://127.0.0.1"), List.of());
    }
}
