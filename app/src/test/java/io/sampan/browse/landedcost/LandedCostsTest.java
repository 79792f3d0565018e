package io.sampan.browse.landedcost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.browse.landedcost.LandedQuote.Days;
import io.sampan.browse.landedcost.LandedQuote.Kind;
import io.sampan.browse.landedcost.LandedQuote.Mark;
import io.sampan.browse.landedcost.LandedQuote.Part;
import io.sampan.ground.rulebook.RuleVersion;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.LineId;
import io.sampan.outside.marketplace.Offer.Hazard;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LandedCostsTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Destination BERLIN = Destination.country("DE");

    private final LandedCosts costs = Samples.at("2026-11-22T12:00:00Z");

    @Test
    void namesEveryPartOfThePriceAtTheDoor() {
        var quote = express(Basket.of(Samples.line("女装 连衣裙", 10_000, 2, 400)), BERLIN);
        assertThat(quote.parts())
                .extracting(Part::kind)
                .containsExactly(
                        Kind.GOODS,
                        Kind.DOMESTIC_FREIGHT,
                        Kind.SERVICE_FEE,
                        Kind.INTERNATIONAL_FREIGHT,
                        Kind.GUARANTEE,
                        Kind.EXCHANGE_SPREAD,
                        Kind.DUTY,
                        Kind.VAT);
        // 5000 cm³ + 8 % are 1.08 kg by volume, billed 1500 g: (118 + 2 × 39) + 12 % + 30 = 249.52
        assertThat(original(quote, Kind.GOODS)).isEqualTo(Money.fen(20_000));
        assertThat(original(quote, Kind.DOMESTIC_FREIGHT)).isEqualTo(Money.fen(800));
        assertThat(original(quote, Kind.SERVICE_FEE)).isEqualTo(Money.fen(1_000));
        assertThat(original(quote, Kind.INTERNATIONAL_FREIGHT)).isEqualTo(Money.fen(24_952));
        // nobody knows yet how large such a dress is packed
        assertThat(original(quote, Kind.GUARANTEE)).isEqualTo(Money.fen(2_098));
        // at 7.3372 CNY for a euro, each part rounded half up
        assertThat(quote.part(Kind.GOODS)).isEqualTo(Money.of(2726, "EUR"));
        assertThat(quote.part(Kind.DOMESTIC_FREIGHT)).isEqualTo(Money.of(109, "EUR"));
        assertThat(quote.part(Kind.SERVICE_FEE)).isEqualTo(Money.of(136, "EUR"));
        assertThat(quote.part(Kind.INTERNATIONAL_FREIGHT)).isEqualTo(Money.of(3401, "EUR"));
        assertThat(quote.part(Kind.GUARANTEE)).isEqualTo(Money.of(286, "EUR"));
        assertThat(quote.part(Kind.EXCHANGE_SPREAD)).isEqualTo(Money.of(67, "EUR"));
        assertThat(quote.part(Kind.DUTY)).isEqualTo(Money.of(300, "EUR"));
        assertThat(quote.part(Kind.VAT)).isEqualTo(Money.of(1221, "EUR"));
        assertThat(quote.total()).isEqualTo(Money.of(8246, "EUR"));
        assertThat(quote.guaranteed()).isTrue();
    }

    @Test
    void saysWhichLineIsCheapestAndWhichIsFastest() {
        var quotes = costs.estimate(Basket.of(Samples.line("女装 连衣裙", 10_000, 1, 400)), BERLIN, EUR);
        assertThat(quotes).extracting(LandedQuote::line).containsExactly(new LineId("economy"), new LineId("express"));
        assertThat(quotes.getFirst().marks()).containsExactly(Mark.CHEAPEST);
        assertThat(quotes.getLast().marks()).containsExactly(Mark.FASTEST);
        assertThat(quotes.getFirst().days()).isEqualTo(new Days(11, 22));
        assertThat(quotes.getLast().days()).isEqualTo(new Days(5, 12));
    }

    @Test
    void aStatedWeightNarrowsTheIntervalAndASilentSellerIsGuessedFor() {
        var stated = express(Basket.of(Samples.line("女装 连衣裙", 10_000, 1, 400)), BERLIN);
        assertThat(grams(stated)).containsExactly(455, 552, 669);
        assertThat(stated.weight().known()).isTrue();
        var silent = express(Basket.of(Samples.line("女装 连衣裙", 10_000, 1, null)), BERLIN);
        assertThat(grams(silent)).containsExactly(341, 552, 894);
        assertThat(silent.weight().known()).isFalse();
        assertThat(silent.rules()).extracting(RuleVersion::id).contains("dress@2025-01-01");
        assertThat(silent.low()).isLessThan(silent.total());
        assertThat(silent.high()).isGreaterThanOrEqualTo(silent.total());
    }

    @Test
    void showsWhatIsAskedAtTheDoorWhenALineDoesNotPrepayIt() {
        var quote = costs.estimate(Basket.of(Samples.line("女装 连衣裙", 20_000, 1, 400)), Destination.country("NO"), EUR)
                .getFirst();
        assertThat(quote.parts()).extracting(Part::kind).doesNotContain(Kind.DUTY, Kind.VAT);
        assertThat(quote.doorTotal()).isGreaterThan(Money.of(681, "EUR"));
        assertThat(quote.total())
                .isEqualTo(quote.parts().stream().map(Part::amount).reduce(Money.of(0, "EUR"), Money::plus));
    }

    @Test
    void saysWhyALineDoesNotCarryABasket() {
        var heavy = Basket.of(Samples.line("箱包 钱包", 10_000, 140, 150));
        assertThat(costs.estimate(heavy, Destination.country("IT"), EUR))
                .extracting(LandedQuote::line)
                .containsExactly(new LineId("express"));
        assertThat(costs.excluded(heavy, Destination.country("IT"), EUR))
                .containsExactly(new Excluded(new LineId("economy"), "too-heavy", 20_000, Set.of()));
        var liquid = Basket.of(Samples.line("护肤", 10_000, 1, 100, Set.of(Hazard.LIQUID)));
        assertThat(costs.estimate(liquid, BERLIN, EUR)).isEmpty();
        assertThat(costs.excluded(liquid, BERLIN, EUR))
                .extracting(Excluded::reason)
                .containsOnly("refused-goods");
        var saudi = Basket.of(Samples.line("女装 连衣裙", 10_000, 1, 400));
        assertThat(costs.excluded(saudi, Destination.country("SA"), EUR))
                .extracting(Excluded::reason)
                .containsOnly("no-rate");
    }

    @Test
    void aQuoteReadBackFromItsDocumentIsMadeAgainToTheCentAfterTheRulesChanged() {
        var mapper = JsonMapper.builder().build();
        var june = Samples.at("2026-06-30T12:00:00Z");
        var first = june.estimate(Samples.mixed(), BERLIN, EUR).getFirst();
        var kept = mapper.readValue(mapper.writeValueAsString(first), LandedQuote.class);
        assertThat(kept).isEqualTo(first);
        assertThat(costs.recompute(kept)).contains(first);
        var november = costs.estimate(Samples.mixed(), BERLIN, EUR).getFirst();
        assertThat(november.total()).isNotEqualTo(first.total());
    }

    @Test
    void bindsUsUntilItExpires() {
        var quote = express(Basket.of(Samples.line("女装 连衣裙", 10_000, 1, 400)), BERLIN);
        assertThat(quote.expiresAt()).isEqualTo(Instant.parse("2026-11-22T12:30:00Z"));
    }

    @Test
    void eachShopAsksForItsWayToTheWarehouseOnce() {
        var quote = express(Samples.mixed(), BERLIN);
        // shop a tells 5.00 and 6.50, shop b is silent: 8.00
        assertThat(original(quote, Kind.DOMESTIC_FREIGHT)).isEqualTo(Money.fen(1_450));
    }

    @Test
    void anUnconfirmedRuleMakesTheQuoteSaySo() {
        var line = Samples.line("女装 连衣裙", 10_000, 1, 400);
        assertThat(express(Basket.of(line), BERLIN).confirmed()).isTrue();
        assertThat(express(Basket.of(line), Destination.country("US")).confirmed())
                .isFalse();
    }

    @Test
    void refusesACurrencyWithoutARate() {
        assertThatThrownBy(() -> costs.estimate(Samples.mixed(), BERLIN, Currency.getInstance("AED")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answersWithinFiveMilliseconds() {
        for (int i = 0; i < 300; i++) {
            costs.estimate(Samples.mixed(), BERLIN, EUR);
        }
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 50; i++) {
            long start = System.nanoTime();
            costs.estimate(Samples.mixed(), BERLIN, EUR);
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(best).isLessThan(5_000_000);
    }

    private LandedQuote express(Basket basket, Destination destination) {
        return costs.estimate(basket, destination, EUR).stream()
                .filter(quote -> quote.line().equals(new LineId("express")))
                .findFirst()
                .orElseThrow();
    }

    private static Money original(LandedQuote quote, Kind kind) {
        return quote.parts().stream()
                .filter(part -> part.kind() == kind)
                .findFirst()
                .map(Part::original)
                .orElseThrow();
    }

    private static List<Integer> grams(LandedQuote quote) {
        var weight = quote.weight();
        return List.of(weight.lowGrams(), weight.likelyGrams(), weight.highGrams());
    }
}
