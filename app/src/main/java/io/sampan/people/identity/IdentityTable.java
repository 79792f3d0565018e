package io.sampan.people.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The room's SQL. */
@Repository
class IdentityTable {
    private static final int SWEPT_AT_ONCE = 1_000;

    record Credentials(Account account, String passwordHash) {
        @Override
        public String toString() {
            return "Credentials[" + account + "]";
        }
    }

    record Session(Account account, Instant seenAt, Instant expiresAt) {}

    private final JdbcClient jdbc;

    IdentityTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the email has an account already. */
    boolean insert(Account account, EmailKey key, String passwordHash) {
        return jdbc.sql("""
                INSERT INTO identity.account (account_id, email, email_key, password_hash, role, language, created_at)
                VALUES (:id, :email, :key, :hash, :role, :language, :at)
                ON CONFLICT (email_key) DO NOTHING
                """)
                        .param("id", account.id().value())
                        .param("email", account.email())
                        .param("key", key.value())
                        .param("hash", passwordHash)
                        .param("role", account.role().name())
                        .param("language", account.language())
                        .param("at", time(account.createdAt()))
                        .update()
                == 1;
    }

    Optional<Credentials> credentials(EmailKey key) {
        return jdbc.sql("SELECT * FROM identity.account WHERE email_key = :key")
                .param("key", key.value())
                .query((row, n) -> new Credentials(account(row), row.getString("password_hash")))
                .optional();
    }

    Optional<Account> account(AccountId id) {
        return jdbc.sql("SELECT * FROM identity.account WHERE account_id = :id")
                .param("id", id.value())
                .query((row, n) -> account(row))
                .optional();
    }

    Set<UUID> known(Collection<UUID> ids) {
        return Set.copyOf(jdbc.sql("SELECT account_id FROM identity.account WHERE account_id IN (:ids)")
                .param("ids", ids)
                .query((row, n) -> row.getObject("account_id", UUID.class))
                .list());
    }

    boolean anyOperator() {
        return jdbc.sql("SELECT 1 FROM identity.account WHERE role = 'OPERATOR' LIMIT 1")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void prefer(AccountId id, String language, String country, String currency) {
        jdbc.sql("""
                UPDATE identity.account SET language = :language, country = :country, currency = :currency
                WHERE account_id = :id
                """)
                .param("language", language)
                .param("country", country)
                .param("currency", currency)
                .param("id", id.value())
                .update();
    }

    void openSession(String hash, AccountId account, Instant now, Instant expires) {
        jdbc.sql("""
                INSERT INTO identity.session (token_hash, account_id, created_at, seen_at, expires_at)
                VALUES (:hash, :account, :now, :now, :expires)
                """)
                .param("hash", hash)
                .param("account", account.value())
                .param("now", time(now))
                .param("expires", time(expires))
                .update();
    }

    Optional<Session> session(String hash) {
        return jdbc.sql("""
                SELECT a.*, s.seen_at, s.expires_at
                FROM identity.session s JOIN identity.account a ON a.account_id = s.account_id
                WHERE s.token_hash = :hash
                """)
                .param("hash", hash)
                .query((row, n) -> new Session(account(row), instant(row, "seen_at"), instant(row, "expires_at")))
                .optional();
    }

    void touchSession(String hash, Instant now, Instant expires) {
        jdbc.sql("UPDATE identity.session SET seen_at = :now, expires_at = :expires WHERE token_hash = :hash")
                .param("now", time(now))
                .param("expires", time(expires))
                .param("hash", hash)
                .update();
    }

    void closeSession(String hash) {
        jdbc.sql("DELETE FROM identity.session WHERE token_hash = :hash")
                .param("hash", hash)
                .update();
    }

    void closeSessions(AccountId account) {
        jdbc.sql("DELETE FROM identity.session WHERE account_id = :id")
                .param("id", account.value())
                .update();
    }

    void sweepSessions(Instant now) {
        jdbc.sql("""
                DELETE FROM identity.session WHERE token_hash IN
                (SELECT token_hash FROM identity.session WHERE expires_at <= :now LIMIT :most)
                """).param("now", time(now)).param("most", SWEPT_AT_ONCE).update();
    }

    /** Holds the owner's address book until the transaction ends: two changes at once follow one another. */
    void lockBook(AccountId owner) {
        jdbc.sql("SELECT account_id FROM identity.account WHERE account_id = :owner FOR UPDATE")
                .param("owner", owner.value())
                .query(UUID.class)
                .optional();
    }

    List<SavedAddress> addresses(AccountId owner) {
        return jdbc.sql("""
                SELECT * FROM identity.address WHERE account_id = :owner
                ORDER BY preferred DESC, changed_at DESC, address_id
                """)
                .param("owner", owner.value())
                .query((row, n) -> address(row))
                .list();
    }

    void insert(SavedAddress saved) {
        write("""
                INSERT INTO identity.address (account_id, address_id, recipient, phone, street, extra, postcode, city, region,
                    country, preferred, changed_at)
                VALUES (:owner, :id, :recipient, :phone, :street, :extra, :postcode, :city, :region, :country, :preferred, :at)
                """, saved);
    }

    void update(SavedAddress saved) {
        write("""
                UPDATE identity.address SET recipient = :recipient, phone = :phone, street = :street, extra = :extra,
                    postcode = :postcode, city = :city, region = :region, country = :country, preferred = :preferred, changed_at = :at
                WHERE account_id = :owner AND address_id = :id
                """, saved);
    }

    private void write(String sql, SavedAddress saved) {
        var address = saved.address();
        jdbc.sql(sql)
                .param("owner", saved.owner().value())
                .param("id", saved.id().value())
                .param("recipient", address.recipient())
                .param("phone", address.phone())
                .param("street", address.street())
                .param("extra", address.extra())
                .param("postcode", address.postcode())
                .param("city", address.city())
                .param("region", address.region())
                .param("country", address.country())
                .param("preferred", saved.preferred())
                .param("at", time(saved.changedAt()))
                .update();
    }

    /** The caller holds the book. In two steps, since no two are preferred at any moment. */
    void preferAddress(AccountId owner, AddressId id) {
        jdbc.sql("UPDATE identity.address SET preferred = false WHERE account_id = :owner AND preferred")
                .param("owner", owner.value())
                .update();
        jdbc.sql("UPDATE identity.address SET preferred = true WHERE account_id = :owner AND address_id = :id")
                .param("id", id.value())
                .param("owner", owner.value())
                .update();
    }

    void removeAddress(AccountId owner, AddressId id) {
        jdbc.sql("DELETE FROM identity.address WHERE account_id = :owner AND address_id = :id")
                .param("owner", owner.value())
                .param("id", id.value())
                .update();
    }

    private static SavedAddress address(ResultSet row) throws SQLException {
        var address = new Address(
                row.getString("recipient"),
                row.getString("phone"),
                row.getString("street"),
                row.getString("extra"),
                row.getString("postcode"),
                row.getString("city"),
                row.getString("region"),
                row.getString("country"));
        return new SavedAddress(
                new AddressId(row.getObject("address_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                address,
                row.getBoolean("preferred"),
                instant(row, "changed_at"));
    }

    private static Account account(ResultSet row) throws SQLException {
        @Nullable String currency = row.getString("currency");
        return new Account(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getString("language"),
                row.getString("country"),
                currency == null ? null : Currency.getInstance(currency),
                instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
