package io.sampan.simulators.pinduoduo;

import io.sampan.simulators.world.Dice;
import io.sampan.simulators.world.Listing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The opaque names that goods go by, which say nothing of their numbers. */
final class Signs {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
    private static final int LENGTH = 32;

    private final Map<String, Listing> bySign = new HashMap<>();
    private final Map<Long, String> byId = new HashMap<>();

    Signs(List<Listing> listings, long seed) {
        for (Listing listing : listings) {
            Dice dice = Dice.of(seed, listing.id(), "goods sign");
            var sign = new StringBuilder("c9");
            for (int i = 0; i < LENGTH; i++) {
                sign.append(LETTERS.charAt(dice.below(LETTERS.length())));
            }
            bySign.put(sign.toString(), listing);
            byId.put(listing.id(), sign.toString());
        }
    }

    String of(Listing listing) {
        return byId.getOrDefault(listing.id(), "");
    }

    Optional<Listing> listing(String sign) {
        return Optional.ofNullable(bySign.get(sign));
    }
}
