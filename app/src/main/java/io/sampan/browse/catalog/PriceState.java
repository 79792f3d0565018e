package io.sampan.browse.catalog;

import io.sampan.browse.catalog.Verdict.Confidence;
import io.sampan.browse.catalog.Verdict.Doubt;
import io.sampan.money.amount.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one price of one source stands; kept beside the source's offer.
 *
 * @param key of the price, see {@link ToldPrice}
 * @param since when the source first told about this much, without another price between
 * @param confidence null while it is held
 * @param doubt null while it is believed
 * @param believed what was believed last; null before anything was
 * @param wellKnown whether that was more than {@link Confidence#ALONE}
 * @param believedSince since when what the source told was believed without a break; null while it is held
 */
record PriceState(
        String key,
        Money told,
        Instant since,
        @Nullable Confidence confidence,
        @Nullable Doubt doubt,
        String detail,
        @Nullable Money believed,
        boolean wellKnown,
        @Nullable Instant believedSince) {
    /** A moved price within this ratio is the same price, seen again. */
    private static final double SAME = Math.log(1.05);

    Verdict verdict() {
        if (confidence != null) {
            return new Verdict.Believed(confidence);
        }
        return new Verdict.Held(doubt == null ? Doubt.NO_AMOUNT : doubt, detail);
    }

    boolean isHeld() {
        return confidence == null;
    }

    /** The price told anew, not judged yet. */
    PriceState told(Money price, Instant at) {
        boolean same = told.currency().equals(price.currency())
                && Math.abs(ToldPrice.log(price) - ToldPrice.log(told)) <= SAME;
        return new PriceState(
                key, price, same ? since : at, confidence, doubt, detail, believed, wellKnown, believedSince);
    }

    /** A price that this source never told before; what is known is at most what its other prices were. */
    static PriceState first(ToldPrice price, Instant at, @Nullable Money usual) {
        return new PriceState(price.key(), price.price(), at, null, Doubt.NO_AMOUNT, "", usual, false, null);
    }

    PriceState judged(Verdict verdict, Instant at) {
        return switch (verdict) {
            case Verdict.Believed(var with) ->
                new PriceState(
                        key,
                        told,
                        since,
                        with,
                        null,
                        "",
                        told,
                        with != Confidence.ALONE,
                        believedSince == null ? at : believedSince);
            case Verdict.Held(var why, var what) ->
                new PriceState(key, told, since, null, why, what, believed, wellKnown, null);
        };
    }
}
