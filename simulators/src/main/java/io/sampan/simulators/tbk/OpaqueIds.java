package io.sampan.simulators.tbk;

import io.sampan.simulators.world.Dice;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.World;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The item ids of the upgraded replies: two strings and a hyphen. The first changes from day to day, the second is the
 * item's own and does not. Source: docs/sources/tbk.md "Opaque ids".
 */
final class OpaqueIds {
    static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 20;
    private static final long DAY = 86_400;

    private final long seed;
    private final InstantSource clock;
    private final Map<String, Listing> byOwn = new HashMap<>();

    OpaqueIds(World world, long seed, InstantSource clock) {
        this.seed = seed;
        this.clock = clock;
        world.listings().stream()
                .filter(listing -> listing.marketplace() == Marketplace.TAOBAO)
                .forEach(listing -> byOwn.put(own(listing), listing));
    }

    static String letters(Dice dice, int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(ALPHABET.charAt(dice.below(ALPHABET.length())));
        }
        return text.toString();
    }

    /** The part that does not change. */
    String own(Listing listing) {
        return letters(Dice.of(seed, listing.id(), "tbk opaque"), LENGTH);
    }

    String of(Listing listing) {
        Instant now = clock.instant();
        Dice day = Dice.of(seed + now.getEpochSecond() / DAY, listing.id(), "tbk opaque today");
        return letters(day, LENGTH) + "-" + own(listing);
    }

    /** The item of an opaque id, of this day or any other. */
    Optional<Listing> listing(String opaque) {
        return Optional.ofNullable(byOwn.get(opaque.substring(opaque.indexOf('-') + 1)));
    }
}
