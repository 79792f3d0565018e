package io.sampan.simulators.tbk;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.world.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Share tokens (淘口令) and short links. Each share is a new one, of the same item too. Kept over restarts. */
final class Shares {
    /** What a share leads to. Source: docs/sources/tbk.md "Share tokens". */
    enum Kind {
        OTHER,
        ITEM,
        SHOP,
        ACTIVITY
    }

    /** Token, path of the short link, its {@code tk}, what it leads to with that thing's number, and its end. */
    record Share(String token, String code, String tk, Kind kind, long id, String url, Instant until) {}

    private static final int TOKEN = 11;
    private static final int CODE = 15;
    /** More than so many are not kept: the oldest go. */
    private static final int MOST = 20_000;

    private final Book<Share> book;
    private final Kernel kernel;
    private final long seed;
    private final Duration life;

    Shares(Kernel kernel, long seed, Duration life) {
        this.book = kernel.books().open("tbk-shares", Share.class);
        this.kernel = kernel;
        this.seed = seed;
        this.life = life;
    }

    synchronized Share share(Kind kind, long id, String url) {
        Instant now = kernel.clock().now();
        Dice dice = Dice.of(seed + book.size(), now.toEpochMilli(), "tbk share " + url);
        var share = new Share(
                OpaqueIds.letters(dice, TOKEN),
                OpaqueIds.letters(dice, CODE),
                OpaqueIds.letters(dice, TOKEN),
                kind,
                id,
                url,
                now.plus(life));
        book.put(share.token(), share);
        if (book.size() > MOST) {
            book.remove(book.values().getFirst().token());
        }
        return share;
    }

    Optional<Share> byToken(String token) {
        return book.get(token).filter(this::lives);
    }

    Optional<Share> byCode(String code) {
        return book.values().stream()
                .filter(share -> share.code().equals(code))
                .filter(this::lives)
                .findFirst();
    }

    private boolean lives(Share share) {
        return share.until().isAfter(kernel.clock().now());
    }
}
