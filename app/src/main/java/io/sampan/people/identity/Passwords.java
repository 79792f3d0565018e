package io.sampan.people.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords. bcrypt reads 72 bytes at most, so it is given the SHA-256 of the password: long pass phrases count in full.
 *
 * <p>A few are hashed at a time, on threads of the operating system: a virtual thread that computes keeps its carrier until it is done, and
 * with it everybody else's requests, those that hold a database connection too.
 */
@Component
final class Passwords {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;
    private static final long IDLE_SECONDS = 30;

    /** What a password is to a hash. */
    enum Verdict {
        RIGHT,
        WRONG,
        /** Too many wait: this one was not looked at. */
        BUSY
    }

    private final PasswordEncoder bcrypt;
    private final String nobodys;
    private final ThreadPoolExecutor workers;
    private final Duration patience;

    Passwords(IdentitySettings settings) {
        this.bcrypt = new BCryptPasswordEncoder(settings.passwordCost());
        this.patience = settings.hashPatience();
        this.workers = new ThreadPoolExecutor(
                settings.hashesAtOnce(),
                settings.hashesAtOnce(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.hashesWaiting()),
                Thread.ofPlatform().name("passwords-", 0).daemon().factory());
        workers.allowCoreThreadTimeOut(true);
        this.nobodys = Objects.requireNonNull(bcrypt.encode(digest("nobody's password")));
    }

    /** Empty when too many wait. */
    Optional<String> hash(String password) {
        return inTurn(() -> bcrypt.encode(digest(password)));
    }

    /** @param hash null for an unknown email: that takes as long and is wrong, so that it cannot be told by the time of the answer */
    Verdict check(String password, @Nullable String hash) {
        var against = hash == null ? nobodys : hash;
        return inTurn(() -> bcrypt.matches(digest(password), against))
                .map(fits -> fits && hash != null ? Verdict.RIGHT : Verdict.WRONG)
                .orElse(Verdict.BUSY);
    }

    private <T> Optional<T> inTurn(Callable<T> hashing) {
        Future<T> turn;
        try {
            turn = workers.submit(hashing);
        } catch (RejectedExecutionException tooManyWait) {
            return Optional.empty();
        }
        try {
            return Optional.of(turn.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException tooLong) {
            turn.cancel(true);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            turn.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("A password could not be hashed", broken.getCause());
        }
    }

    private static String digest(String password) {
        return Base64.getEncoder().encodeToString(Sha256.of(password.getBytes(StandardCharsets.UTF_8)));
    }
}
