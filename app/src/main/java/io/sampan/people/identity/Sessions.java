package io.sampan.people.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who is signed in. A session is a random token of 256 bits that only the browser keeps; we keep its SHA-256. It survives a restart and ends
 * when it was not used for {@code sampan.identity.session-life}.
 */
@Component
public class Sessions {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final IdentityTable table;
    private final IdentitySettings settings;
    private final Clock clock;
    private final Cache<String, Optional<IdentityTable.Session>> remembered;

    Sessions(IdentityTable table, IdentitySettings settings, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(settings.sessionCacheSize())
                .expireAfterWrite(settings.sessionCache())
                .build();
    }

    /** Opens a session for somebody who has just proved who they are; the answer is the cookie's value and is kept nowhere else. */
    public String open(AccountId account) {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        table.openSession(hash(token), account, now, now.plus(settings.sessionLife()));
        return token;
    }

    /** Whose session this is; nothing when there is none or it has ended. Any text may be asked. */
    public Optional<Account> accountOf(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        var hash = hash(token);
        var now = clock.instant();
        var session = remembered.get(hash, table::session).filter(found -> now.isBefore(found.expiresAt()));
        session.ifPresent(found -> touch(hash, found, now));
        return session.map(IdentityTable.Session::account);
    }

    /** Ends one session; ending it twice is the same as once. */
    public void close(String token) {
        var hash = hash(token);
        table.closeSession(hash);
        remembered.invalidate(hash);
    }

    /** Ends every session of an account, on this node at once, on others within {@code sampan.identity.session-cache}. */
    public void closeAll(AccountId account) {
        table.closeSessions(account);
        readAgain(account);
    }

    void readAgain(AccountId account) {
        remembered
                .asMap()
                .values()
                .removeIf(
                        session -> session.filter(found -> found.account().id().equals(account))
                                .isPresent());
    }

    @Scheduled(fixedDelayString = "${sampan.identity.tend-every:1h}")
    void tend() {
        table.sweepSessions(clock.instant());
    }

    private void touch(String hash, IdentityTable.Session session, Instant now) {
        if (now.isBefore(session.seenAt().plus(settings.sessionTouch()))) {
            return;
        }
        var expires = now.plus(settings.sessionLife());
        table.touchSession(hash, now, expires);
        remembered.put(hash, Optional.of(new IdentityTable.Session(session.account(), now, expires)));
    }

    private static String hash(String token) {
        return HexFormat.of().formatHex(Sha256.of(token.getBytes(StandardCharsets.US_ASCII)));
    }
}
