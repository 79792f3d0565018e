package io.sampan.outside.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.ground.database.TestDatabase;
import io.sampan.ground.installation.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody reads a token in the database, and nothing is lost when the key changes. */
class VaultTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);
    static final String OLD = TestTokens.KEY;
    static final String NEW = key(7);

    @TempDir
    Path folder;

    static String key(int seed) {
        var bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Base64.getEncoder().encodeToString(bytes);
    }

    static Vault vault(String key, String... former) {
        return TestTokens.vault(TestTokens.settings(key, former));
    }

    static TokenTable table(Vault vault) {
        return new TokenTable(DATABASE.jdbc(), vault, NOON);
    }

    static TokenTable.TokenRow row(String service) {
        return new TokenTable.TokenRow(service, "seed", "the access token", "the refresh token", NOON.instant(), 0);
    }

    static List<String> stored(String service) {
        return DATABASE.jdbc()
                .sql("SELECT access_token, refresh_token FROM credentials.token WHERE service = :service")
                .param("service", service)
                .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                .single();
    }

    @Test
    void opensWhatItSealedAndOnlyAtItsPlace() {
        var vault = vault(OLD);
        var sealed = vault.seal("密钥 and key", "here");
        assertThat(sealed).matches("\\{[0-9a-f]{8}}.+").doesNotContain("key");
        assertThat(vault.seal("密钥 and key", "here")).isNotEqualTo(sealed);
        assertThat(vault.open(sealed, "here")).contains("密钥 and key");
        assertThat(vault.open(sealed, "there")).isEmpty();
        assertThat(vault(NEW).open(sealed, "here")).isEmpty();
        assertThat(vault.open("never sealed", "here")).contains("never sealed");
    }

    @Test
    void noticesEveryChangedByte() {
        var vault = vault(OLD);
        var sealed = vault.seal("secret", "here");
        var id = sealed.substring(0, sealed.indexOf('}') + 1);
        var bytes = Base64.getDecoder().decode(sealed.substring(id.length()));
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            assertThat(vault.open(id + Base64.getEncoder().encodeToString(bytes), "here"))
                    .as("byte " + i)
                    .isEmpty();
            bytes[i] ^= 1;
        }
        assertThat(vault.open(id + "AAAA", "here")).isEmpty();
    }

    @Test
    void noTokenCanBeReadInTheDatabase() {
        var table = table(vault(OLD));
        table.keep(row("sealed"));
        assertThat(stored("sealed")).noneMatch(text -> text.contains("token"));
        assertThat(table.token("sealed").map(TokenTable.TokenRow::access)).contains("the access token");
        assertThat(table.token("sealed").toString()).doesNotContain("the access token");
    }

    @Test
    void whatLaysThereUnsealedIsSealedWhenItIsRead() {
        DATABASE.jdbc().sql("""
                        INSERT INTO credentials.token (service, seed, access_token, refresh_token, changed_at, number)
                        VALUES ('plain', 'seed', 'plain access', 'plain refresh', now(), 5)""").update();
        var vault = vault(OLD);
        var read = table(vault).token("plain").orElseThrow();
        assertThat(read.access()).isEqualTo("plain access");
        assertThat(read.refresh()).isEqualTo("plain refresh");
        assertThat(read.number()).isEqualTo(5);
        assertThat(stored("plain")).allMatch(vault::isSealed);
        assertThat(table(vault).token("plain")).contains(read);
    }

    @Test
    void aNewKeyTakesOverWhatTheFormerSealed() {
        table(vault(OLD)).keep(row("rotated"));
        var both = vault(NEW, OLD);
        assertThat(table(both).token("rotated")).isPresent();
        assertThat(stored("rotated")).allMatch(both::isSealed);
        assertThat(table(vault(NEW)).token("rotated").orElseThrow().refresh()).isEqualTo("the refresh token");
    }

    @Test
    void withoutItsKeyATokenIsAskedForAnew() {
        var tokens = TestTokens.on(DATABASE, NOON);
        var renewal = new AccessTokens.Renewal() {
            @Override
            public String service() {
                return "lost";
            }

            @Override
            public AccessTokens.Token first() {
                return new AccessTokens.Token("from the settings", "r", null);
            }

            @Override
            public Optional<AccessTokens.Token> renew(String refreshToken) {
                return Optional.empty();
            }
        };
        assertThat(tokens.current(renewal)).isEqualTo("from the settings");
        var settings = TestTokens.settings(NEW);
        var other = new AccessTokens(table(TestTokens.vault(settings)), NOON, settings);
        assertThat(other.current(renewal)).isEqualTo("from the settings");
        assertThat(stored("lost")).allMatch(vault(NEW)::isSealed);
    }

    @Test
    void aDemoWorldMakesItsKeyOnceForItsOwnerAlone() throws Exception {
        var file = folder.resolve("deep/credentials.key");
        var settings = new CredentialSettings("", List.of(), file, Duration.ofSeconds(1));
        var sealed = TestTokens.vault(settings).seal("secret", "here");
        assertThat(TestTokens.vault(settings).open(sealed, "here")).contains("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).hasSize(1);
        }
        assertThat(settings.toString()).doesNotContain(Files.readString(file));
    }

    @Test
    void productionAndBadKeysStopTheStart() {
        var production = TestTokens.installation(Installation.Mode.PRODUCTION);
        assertThatThrownBy(() -> new Vault(TestTokens.settings(""), production))
                .hasMessageContaining("sampan.credentials.key");
        assertThatThrownBy(() -> vault("not base64!")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault(Base64.getEncoder().encodeToString(new byte[16])))
                .hasMessageContaining("16 bytes");
        assertThat(new CredentialSettings("hidden", List.of("hidden"), folder, Duration.ZERO).toString())
                .doesNotContain("hidden");
    }
}
