package io.sampan.browse.catalog;

import io.sampan.browse.catalog.PriceState.Past;
import io.sampan.browse.catalog.PriceWitnesses.Testimony;
import io.sampan.browse.catalog.Verdict.Believed;
import io.sampan.browse.catalog.Verdict.Confidence;
import io.sampan.browse.catalog.Verdict.Doubt;
import io.sampan.browse.catalog.Verdict.Held;
import io.sampan.money.amount.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges the prices of one look: first each by itself (its currency, the seller's words, amounts that are none), then against the offer's other
 * prices, then against what it was, what other sources say, and what such goods cost. An operator's word outweighs all of it. Pure: the same
 * evidence gives the same verdicts.
 */
final class PriceJudge {
    private static final double A_HUNDRED = Math.log(100);

    /** A ratio is a hundred within this; goods whose price moved as well as its unit differ by more. */
    private static final double NEAR_A_HUNDRED = 0.22;

    /** A ratio is an exchange rate within this. */
    private static final double NEAR_A_RATE = 0.06;

    /** A price within this ratio of another is as good as the same. */
    private static final double STEADY = Math.log(1.25);

    /** So many sudden prices in a row, none of them told twice, are no prices. */
    private static final int RESTLESS = 2;

    /** Suspect amounts are believed only this near the middle of their category, in standard deviations. */
    private static final double COMMON = 1.5;

    private final Look look;
    private final PriceEvidence evidence;
    private final PriceRules rules;
    private final PriceLevels.Level level;
    private final PriceWitnesses witnesses;

    PriceJudge(Look look, List<Look> others, PriceEvidence evidence) {
        this.look = look;
        this.evidence = evidence;
        this.rules = evidence.rules();
        this.level = evidence.levels().of(look.told());
        this.witnesses = new PriceWitnesses(look, others, evidence);
    }

    Map<String, Verdict> judge() {
        var verdicts = new HashMap<String, Verdict>();
        var plain = new ArrayList<ToldPrice>();
        for (var price : ToldPrice.of(look.told())) {
            var held = PriceWitnesses.against(look.told(), price);
            held.ifPresentOrElse(doubt -> verdicts.put(price.key(), doubt), () -> plain.add(price));
        }
        var family = PriceFamily.of(plain, price -> isSteady(price) && isWellKnown(price), level, rules);
        var testimony = witnesses.about(family.main());
        for (var price : plain) {
            verdicts.put(
                    price.key(),
                    family.main().contains(price) ? ofFamily(price, family, testimony) : stray(price, family));
        }
        for (var price : ToldPrice.of(look.told())) {
            evidence.word(price.price())
                    .ifPresent(word -> verdicts.compute(price.key(), (key, own) -> heeding(word, own)));
        }
        return verdicts;
    }

    private static Verdict heeding(PriceEvidence.Word word, @Nullable Verdict own) {
        if (word.released()) {
            return new Believed(Confidence.CONFIRMED);
        }
        return own instanceof Held held ? held : new Held(Doubt.UNUSUAL, "");
    }

    /** A price far from the offer's others: its own past may still speak for it. */
    private Verdict stray(ToldPrice price, PriceFamily family) {
        if (isWellKnown(price) && isSteady(price)) {
            return new Believed(Confidence.USUAL);
        }
        var detail = family.main().isEmpty() ? "" : ratio(price.log() - family.middle());
        boolean unit = !family.main().isEmpty() && isAHundred(price.log() - family.middle(), 0.7);
        return new Held(unit ? Doubt.UNIT : Doubt.SIBLINGS, detail);
    }

    private Verdict ofFamily(ToldPrice price, PriceFamily family, Testimony testimony) {
        if (FakeAmounts.isSuspect(price.price()) && !isVouched(price, testimony)) {
            return new Held(Doubt.DECOY, FakeAmounts.text(price.price()));
        }
        if (testimony.agrees(price)) {
            return new Believed(Confidence.CONFIRMED);
        }
        return moved(price, family)
                .or(() -> contradicted(price, testimony))
                .<Verdict>map(held -> held)
                .orElseGet(() -> likely(price, family, testimony));
    }

    /** Nothing in particular speaks against it: it is what it was, or what such goods cost, or there is nothing to compare it with. */
    private Verdict likely(ToldPrice price, PriceFamily family, Testimony testimony) {
        if (isWellKnown(price) && !hasJumped(price, family)) {
            return new Believed(Confidence.USUAL);
        }
        if (!level.holds(family.middle(), rules.enough()) && !testimony.together()) {
            return new Held(Doubt.UNUSUAL, range());
        }
        return new Believed(level.known() >= rules.enough() ? Confidence.USUAL : Confidence.ALONE);
    }

    /** A suspect amount is a price when it long was one, or when another source and its category make it one. */
    private boolean isVouched(ToldPrice price, Testimony testimony) {
        boolean before = isWellKnown(price)
                && past(price)
                        .filter(past -> past.price().equals(price.price()))
                        .isPresent();
        boolean common =
                level.known() >= rules.enough() && Math.abs(price.log() - level.middle()) <= COMMON * level.spread();
        return before || testimony.agrees(price) && common;
    }

    /** What the past says against a price; nothing where there is none, or it moved no further than prices do. */
    private Optional<Held> moved(ToldPrice price, PriceFamily family) {
        boolean jumped = hasJumped(price, family);
        if (!jumped && !isRestless(price)) {
            return Optional.empty();
        }
        double ratio = move(price, family).orElse(0.0);
        var misread = jumped ? misread(price, family) : Optional.<Held>empty();
        return misread.or(() -> stands(family) ? Optional.empty() : Optional.of(new Held(Doubt.SUDDEN, ratio(ratio))));
    }

    /** Whether it, or the offer as a whole, moved just as far as a wrong unit or currency moves it: no second look mends that. */
    private Optional<Held> misread(ToldPrice price, PriceFamily family) {
        var moves = Stream.of(wasBelieved(price) ? move(price) : Optional.<Double>empty(), move(family))
                .flatMap(Optional::stream)
                .toList();
        for (double ratio : moves) {
            if (isAHundred(ratio, NEAR_A_HUNDRED)) {
                return Optional.of(new Held(Doubt.UNIT, ratio(ratio)));
            }
            for (var currency : evidence.foreign().entrySet()) {
                if (Math.abs(ratio - Math.log(currency.getValue())) <= NEAR_A_RATE) {
                    return Optional.of(new Held(Doubt.CURRENCY, currency.getKey()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a later look, some minutes after the first, saw all of it again. */
    private boolean stands(PriceFamily family) {
        return family.main().stream()
                .allMatch(price -> state(price)
                        .filter(state -> state.hasBeenToldFor(rules.lookAgainAfter(), look.checkedAt()))
                        .isPresent());
    }

    /** Another source says something else, or said so last when it was heard: that nobody repeats it settles nothing. */
    private Optional<Held> contradicted(ToldPrice price, Testimony testimony) {
        if (testimony.contradicts(price) && !hasStood(price)) {
            return Optional.of(new Held(Doubt.CONFLICT, testimony.said()));
        }
        return state(price)
                .filter(state -> testimony.isSilent() && state.isHeldFor(Doubt.CONFLICT))
                .map(state -> new Held(Doubt.CONFLICT, state.detail()));
    }

    /** Whether what was told was believed for so long that another source's word alone does not outweigh it. */
    private boolean hasStood(ToldPrice price) {
        return isSteady(price)
                && isWellKnown(price)
                && past(price)
                        .map(Past::since)
                        .filter(since ->
                                Duration.between(since, look.checkedAt()).compareTo(rules.evidenceFor()) >= 0)
                        .isPresent();
    }

    private boolean hasJumped(ToldPrice price, PriceFamily family) {
        return move(price, family)
                .filter(ratio -> ratio > Math.log(rules.rise()) || ratio < -Math.log(rules.fall()))
                .isPresent();
    }

    private boolean isSteady(ToldPrice price) {
        return move(price).filter(ratio -> Math.abs(ratio) <= STEADY).isPresent();
    }

    private boolean isWellKnown(ToldPrice price) {
        return state(price).filter(PriceState::isWellKnown).isPresent();
    }

    /** Logarithm of how much it is of what was believed last; empty where nothing was. */
    private Optional<Double> move(ToldPrice price) {
        return past(price).map(past -> price.log() - ToldPrice.log(past.price()));
    }

    /** As its own move; a price that was never believed moved as the believed ones did with which it belongs. */
    private Optional<Double> move(ToldPrice price, PriceFamily family) {
        return wasBelieved(price) ? move(price) : move(family).or(() -> move(price));
    }

    /** How far the believed ones of a family moved, in the middle. */
    private Optional<Double> move(PriceFamily family) {
        var moves = family.main().stream()
                .filter(this::wasBelieved)
                .flatMap(one -> move(one).stream())
                .toList();
        return moves.isEmpty() ? Optional.empty() : Optional.of(PriceLevels.median(moves));
    }

    /** Whether its source told one sudden price after another: then even a usual one must be told twice. */
    private boolean isRestless(ToldPrice price) {
        return state(price).filter(state -> state.jumps() >= RESTLESS).isPresent();
    }

    private boolean wasBelieved(ToldPrice price) {
        return past(price).filter(Past::believed).isPresent();
    }

    private Optional<Past> past(ToldPrice price) {
        return state(price).map(PriceState::past);
    }

    private Optional<PriceState> state(ToldPrice price) {
        return look.state(price.key());
    }

    private static boolean isAHundred(double logRatio, double within) {
        return Math.abs(Math.abs(logRatio) - A_HUNDRED) <= within;
    }

    static String ratio(double logRatio) {
        var times = new BigDecimal(Math.exp(Math.abs(logRatio)), new MathContext(2)).toPlainString();
        return (logRatio < 0 ? "÷" : "×") + times;
    }

    private String range() {
        double reach = level.reach(rules.enough());
        return yuan(level.middle() - reach) + "–" + yuan(level.middle() + reach);
    }

    private static String yuan(double logFen) {
        return FakeAmounts.text(Money.fen(Math.round(Math.exp(logFen))));
    }
}
