package io.sampan.browse.catalog;

import io.sampan.browse.catalog.Verdict.Confidence;
import io.sampan.browse.catalog.Verdict.Doubt;
import io.sampan.money.amount.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one price of one source stands; kept beside the source's offer.
 *
 * @param key of the price, see {@link ToldPrice}
 * @param since when the source first told this much, without another price between
 * @param confidence null while it is held
 * @param doubt null while it is believed
 * @param jumps how often a sudden price was followed by another before one was believed
 * @param past what it was before; null when it never was anything
 */
record PriceState(
        String key,
        Money told,
        Instant since,
        @Nullable Confidence confidence,
        @Nullable Doubt doubt,
        String detail,
        int jumps,
        @Nullable Past past) {
    /** Who told another sudden price each time must tell the last one so many times longer, for each of the others. */
    private static final int PATIENCE = 12;

    private static final int MOST_JUMPS = 3;

    /**
     * @param price what was believed last; where nothing was, what was told last and only seemed odd
     * @param believed whether it was believed
     * @param wellKnown whether it was with more than {@link Confidence#ALONE}
     * @param since since when what the source told was believed without a break; null while it is held
     */
    record Past(
            Money price,
            boolean believed,
            boolean wellKnown,
            @Nullable Instant since) {}

    /** A price that this source never told before; what is known is at most what its other prices were. */
    static PriceState first(ToldPrice price, Instant at, @Nullable Money usual) {
        var past = usual == null ? null : new Past(usual, true, false, null);
        return new PriceState(price.key(), price.price(), at, null, Doubt.NO_AMOUNT, "", 0, past);
    }

    Verdict verdict() {
        if (confidence != null) {
            return new Verdict.Believed(confidence);
        }
        return new Verdict.Held(doubt == null ? Doubt.NO_AMOUNT : doubt, detail);
    }

    /** What was believed last; empty when nothing ever was. */
    Optional<Money> believedBefore() {
        return Optional.ofNullable(past).filter(Past::believed).map(Past::price);
    }

    boolean isHeld() {
        return confidence == null;
    }

    boolean isHeldFor(Doubt why) {
        return doubt == why;
    }

    boolean isWellKnown() {
        return past != null && past.wellKnown();
    }

    /** Whether the source has told the same for so long, or longer where it told another price each time before. */
    boolean hasBeenToldFor(Duration asLong, Instant now) {
        return Duration.between(since, now).compareTo(asLong.multipliedBy((long) Math.pow(PATIENCE, jumps))) >= 0;
    }

    /** The price told anew, not judged yet. */
    PriceState told(Money price, Instant at) {
        if (told.equals(price)) {
            return this;
        }
        int before = isHeldFor(Doubt.SUDDEN) ? Math.min(MOST_JUMPS, jumps + 1) : jumps;
        boolean odd = isHeldFor(Doubt.UNUSUAL) || isHeldFor(Doubt.CONFLICT) || isHeldFor(Doubt.SIBLINGS);
        var known = past == null || !past.believed() ? odd ? new Past(told, false, false, null) : past : past;
        return new PriceState(key, price, at, null, Doubt.NO_AMOUNT, "", before, known);
    }

    PriceState judged(Verdict verdict, Instant at) {
        return switch (verdict) {
            case Verdict.Believed(var with) -> {
                var unbroken = past == null || past.since() == null ? at : past.since();
                var now = new Past(told, true, with != Confidence.ALONE, unbroken);
                yield new PriceState(key, told, since, with, null, "", 0, now);
            }
            case Verdict.Held(var why, var what) -> {
                var before = past == null ? null : new Past(past.price(), past.believed(), past.wellKnown(), null);
                yield new PriceState(key, told, since, null, why, what, jumps, before);
            }
        };
    }
}
