package io.sampan.outside.credentials;

import io.sampan.outside.credentials.TokenTable.TokenRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The access tokens that connectors call with, shared by all nodes. The first comes from the settings; after that each is renewed by one node
 * at a time, before it expires or when the platform refuses it, and kept for the others, encrypted.
 */
@Component
public class AccessTokens {
    private static final Duration BEFORE_EXPIRY = Duration.ofMinutes(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final TokenTable table;
    private final Clock clock;
    private final Duration longestWait;
    private final ConcurrentHashMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    AccessTokens(TokenTable table, Clock clock, CredentialSettings settings) {
        this.table = table;
        this.clock = clock;
        this.longestWait = settings.tokenWait();
    }

    /**
     * @param access what calls are made with; may be empty where only a refresh token is known
     * @param refresh what a new one is asked with
     * @param expiresAt null when unknown
     */
    public record Token(
            String access, String refresh, @Nullable Instant expiresAt) {
        @Override
        public String toString() {
            return "Token[until " + expiresAt + "]";
        }
    }

    /** One platform's way of renewing. */
    public interface Renewal {
        String service();

        /** The token in the settings. */
        Token first();

        /** Asks the platform for a new token; empty when it refuses or is silent. */
        Optional<Token> renew(String refreshToken);
    }

    /** The access token to call with now; it may be stale when renewing fails, and then the platform says so. */
    public String current(Renewal renewal) {
        var row = known(renewal);
        var expires = row.expiresAt();
        boolean stale = row.access().isEmpty()
                || expires != null && expires.minus(BEFORE_EXPIRY).isBefore(clock.instant());
        return stale ? renewed(renewal, row.access()) : row.access();
    }

    /** Another access token than the one that was refused; the same one if there is no other. */
    public String renewed(Renewal renewal, String refused) {
        var lock = locks.computeIfAbsent(renewal.service(), service -> new ReentrantLock());
        lock.lock();
        try {
            return renewedAlone(renewal, refused);
        } finally {
            lock.unlock();
        }
    }

    private String renewedAlone(Renewal renewal, String refused) {
        var row = known(renewal);
        if (!row.access().equals(refused)) {
            return row.access();
        }
        if (!table.claimRenewal(row, longestWait)) {
            return waited(renewal, refused);
        }
        var fresh = renewal.renew(row.refresh());
        if (fresh.isEmpty()) {
            table.giveUpRenewal(row.service());
            return refused;
        }
        var token = fresh.get();
        var refresh = token.refresh().isEmpty() ? row.refresh() : token.refresh();
        table.keep(new TokenRow(row.service(), row.seed(), token.access(), refresh, token.expiresAt(), row.number()));
        return token.access();
    }

    /** Another node is renewing it: the machine's time counts here, not the world's. */
    private String waited(Renewal renewal, String refused) {
        long until = System.nanoTime() + longestWait.toNanos();
        while (System.nanoTime() < until) {
            var access = known(renewal).access();
            if (!access.equals(refused)) {
                return access;
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return refused;
            }
        }
        return refused;
    }

    private TokenRow known(Renewal renewal) {
        var first = renewal.first();
        var seed = seed(first);
        return table.token(renewal.service())
                .filter(row -> row.seed().equals(seed))
                .orElseGet(() -> {
                    table.keep(new TokenRow(
                            renewal.service(), seed, first.access(), first.refresh(), first.expiresAt(), 0));
                    return table.token(renewal.service()).orElseThrow();
                });
    }

    private static String seed(Token first) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = first.access() + "\n" + first.refresh();
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JDK has SHA-256", missing);
        }
    }
}
