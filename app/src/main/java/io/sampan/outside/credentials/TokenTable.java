package io.sampan.outside.credentials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens in the database, where they lie sealed. */
@Component
class TokenTable {
    private static final Logger LOG = LoggerFactory.getLogger(TokenTable.class);

    /**
     * @param seed a hash of the settings that the first token came from; another seed means that an operator authorised us anew
     * @param number grows with each token that is kept
     */
    record TokenRow(
            String service,
            String seed,
            String access,
            String refresh,
            @Nullable Instant expiresAt,
            long number) {
        @Override
        public String toString() {
            return "TokenRow[" + service + ", until " + expiresAt + "]";
        }
    }

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    TokenTable(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** The service's token; empty when there is none, or none that can be opened. What lies there unsealed, or under a former key, is sealed. */
    Optional<TokenRow> token(String service) {
        var stored =
                jdbc.sql("""
                        SELECT service, seed, access_token, refresh_token, expires_at, number
                        FROM credentials.token WHERE service = :service
                        """).param("service", service).query(TokenTable::row).optional();
        var opened = stored.flatMap(this::opened);
        if (stored.isPresent() && opened.isEmpty()) {
            LOG.warn(
                    "The token of {} was sealed with a key that is not here, or was tampered with: starting anew",
                    service);
        }
        return opened;
    }

    private Optional<TokenRow> opened(TokenRow stored) {
        var access = vault.open(stored.access(), place(stored.service(), "access"));
        var refresh = vault.open(stored.refresh(), place(stored.service(), "refresh"));
        if (access.isEmpty() || refresh.isEmpty()) {
            return Optional.empty();
        }
        var row = new TokenRow(
                stored.service(), stored.seed(), access.get(), refresh.get(), stored.expiresAt(), stored.number());
        if (!vault.isSealed(stored.access()) || !vault.isSealed(stored.refresh())) {
            sealed(row);
        }
        return Optional.of(row);
    }

    private void sealed(TokenRow row) {
        jdbc.sql("""
                        UPDATE credentials.token SET access_token = :access, refresh_token = :refresh
                        WHERE service = :service AND number = :number
                        """)
                .param("access", vault.seal(row.access(), place(row.service(), "access")))
                .param("refresh", vault.seal(row.refresh(), place(row.service(), "refresh")))
                .param("service", row.service())
                .param("number", row.number())
                .update();
    }

    /** Keeps a token, ending any renewal. */
    void keep(TokenRow row) {
        jdbc.sql("""
                        INSERT INTO credentials.token AS t
                            (service, seed, access_token, refresh_token, expires_at, renewing_until, changed_at, number)
                        VALUES (:service, :seed, :access, :refresh, :expires, NULL, :now, 1)
                        ON CONFLICT (service) DO UPDATE SET seed = :seed, access_token = :access, refresh_token = :refresh,
                            expires_at = :expires, renewing_until = NULL, changed_at = :now, number = t.number + 1
                        """)
                .param("service", row.service())
                .param("seed", row.seed())
                .param("access", vault.seal(row.access(), place(row.service(), "access")))
                .param("refresh", vault.seal(row.refresh(), place(row.service(), "refresh")))
                .param("expires", row.expiresAt() == null ? null : at(row.expiresAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", at(clock.instant()))
                .update();
    }

    /** Claims the renewal of this very token; false when somebody else renews it or has done so. */
    boolean claimRenewal(TokenRow row, Duration longest) {
        var now = clock.instant();
        return jdbc.sql("""
                        UPDATE credentials.token SET renewing_until = :until
                        WHERE service = :service AND number = :number
                            AND (renewing_until IS NULL OR renewing_until < :now OR renewing_until > :absurd)
                        """)
                        .param("until", at(now.plus(longest)))
                        .param("service", row.service())
                        .param("number", row.number())
                        .param("now", at(now))
                        .param("absurd", at(now.plus(longest)))
                        .update()
                == 1;
    }

    void giveUpRenewal(String service) {
        jdbc.sql("UPDATE credentials.token SET renewing_until = NULL WHERE service = :service")
                .param("service", service)
                .update();
    }

    private static String place(String service, String column) {
        return "token/" + service + "/" + column;
    }

    private static TokenRow row(ResultSet row, int number) throws SQLException {
        Timestamp expires = row.getTimestamp("expires_at");
        return new TokenRow(
                row.getString("service"),
                row.getString("seed"),
                row.getString("access_token"),
                row.getString("refresh_token"),
                expires == null ? null : expires.toInstant(),
                row.getLong("number"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
