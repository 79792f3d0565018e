package io.sampan.outside.marketplace;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What connectors remember together: access tokens, and the pushes they heard. */
@Component
class MarketplaceTable {
    /**
     * @param seed a hash of the settings that the first token came from; another seed means that an operator authorised us anew
     * @param renewingUntil until then one node is renewing it; null when nobody is
     */
    record TokenRow(
            String service,
            String seed,
            String access,
            String refresh,
            @Nullable Instant expiresAt,
            @Nullable Instant renewingUntil) {
        @Override
        public String toString() {
            return "TokenRow[" + service + ", until " + expiresAt + "]";
        }
    }

    private static final int FORGOTTEN_AT_ONCE = 20_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration heardFor;

    MarketplaceTable(JdbcClient jdbc, Clock clock, MarketplaceSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.heardFor = settings.heardFor();
    }

    /** Remembers a push; false when it was remembered already. */
    boolean heard(MarketplaceNews news) {
        return jdbc.sql("""
                        INSERT INTO marketplace.heard (marketplace, message_id, subject, subject_key, heard_at)
                        VALUES (:marketplace, :message, :subject, :key, :at)
                        ON CONFLICT (marketplace, message_id, subject, subject_key) DO NOTHING
                        """)
                        .param("marketplace", news.marketplace().slug())
                        .param("message", news.messageId())
                        .param("subject", news.subject().name())
                        .param("key", news.key())
                        .param("at", at(news.heardAt()))
                        .update()
                == 1;
    }

    int forgetOldNews() {
        return jdbc.sql("""
                        DELETE FROM marketplace.heard WHERE (marketplace, message_id, subject, subject_key) IN (
                            SELECT marketplace, message_id, subject, subject_key FROM marketplace.heard
                            WHERE heard_at < :before ORDER BY heard_at LIMIT :most)
                        """)
                .param("before", at(clock.instant().minus(heardFor)))
                .param("most", FORGOTTEN_AT_ONCE)
                .update();
    }

    Optional<TokenRow> token(String service) {
        return jdbc.sql("""
                        SELECT service, seed, access_token, refresh_token, expires_at, renewing_until
                        FROM marketplace.token WHERE service = :service
                        """)
                .param("service", service)
                .query(MarketplaceTable::tokenRow)
                .optional();
    }

    /** Keeps a token, ending any renewal. */
    void keep(TokenRow row) {
        jdbc.sql("""
                        INSERT INTO marketplace.token
                            (service, seed, access_token, refresh_token, expires_at, renewing_until, changed_at)
                        VALUES (:service, :seed, :access, :refresh, :expires, NULL, :now)
                        ON CONFLICT (service) DO UPDATE SET seed = :seed, access_token = :access,
                            refresh_token = :refresh, expires_at = :expires, renewing_until = NULL, changed_at = :now
                        """)
                .param("service", row.service())
                .param("seed", row.seed())
                .param("access", row.access())
                .param("refresh", row.refresh())
                .param("expires", row.expiresAt() == null ? null : at(row.expiresAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", at(clock.instant()))
                .update();
    }

    /** Claims the renewal of the token that {@code access} is; false when somebody else renews it or has done so. */
    boolean claimRenewal(String service, String access, Duration longest) {
        var now = clock.instant();
        return jdbc.sql("""
                        UPDATE marketplace.token SET renewing_until = :until
                        WHERE service = :service AND access_token = :access
                            AND (renewing_until IS NULL OR renewing_until < :now OR renewing_until > :absurd)
                        """)
                        .param("until", at(now.plus(longest)))
                        .param("service", service)
                        .param("access", access)
                        .param("now", at(now))
                        .param("absurd", at(now.plus(longest)))
                        .update()
                == 1;
    }

    void giveUpRenewal(String service) {
        jdbc.sql("UPDATE marketplace.token SET renewing_until = NULL WHERE service = :service")
                .param("service", service)
                .update();
    }

    private static TokenRow tokenRow(ResultSet row, int number) throws SQLException {
        return new TokenRow(
                row.getString("service"),
                row.getString("seed"),
                row.getString("access_token"),
                row.getString("refresh_token"),
                instant(row.getTimestamp("expires_at")),
                instant(row.getTimestamp("renewing_until")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
