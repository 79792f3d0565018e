package io.sampan.browse.landedcost;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.landedcost.LandedQuote.Kind;
import io.sampan.browse.landedcost.LandedQuote.Part;
import io.sampan.money.amount.Money;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class LandedQuoteProperties {
    private final LandedCosts costs = Samples.at("2026-11-22T12:00:00Z");

    @Property(tries = 300)
    void partsAddUpToTheTotalAndSharesToo(
            @ForAll("baskets") Basket basket,
            @ForAll("countries") String country,
            @ForAll("currencies") Currency currency) {
        for (var quote : costs.estimate(basket, Destination.country(country), currency)) {
            var parts = quote.parts().stream().map(Part::amount).reduce(Money.zero(currency), Money::plus);
            assertThat(parts).isEqualTo(quote.total());
            var shares = Money.zero(currency);
            for (int i = 0; i < basket.lines().size(); i++) {
                assertThat(quote.share(i).isNegative()).isFalse();
                shares = shares.plus(quote.share(i));
            }
            assertThat(shares).isEqualTo(quote.total());
        }
    }

    @Property(tries = 300)
    void theTotalLiesInItsIntervalAndCanBeMadeAgain(
            @ForAll("baskets") Basket basket,
            @ForAll("countries") String country,
            @ForAll("currencies") Currency currency) {
        for (var quote : costs.estimate(basket, Destination.country(country), currency)) {
            assertThat(quote.low()).isLessThanOrEqualTo(quote.total());
            assertThat(quote.high()).isGreaterThanOrEqualTo(quote.total());
            assertThat(costs.recompute(quote)).contains(quote);
        }
    }

    @Property(tries = 300)
    void freightOfHeavierGoodsIsNeverLess(
            @ForAll @IntRange(min = 200, max = 800) int grams,
            @ForAll @IntRange(min = 0, max = 100) int more,
            @ForAll("countries") String country) {
        var currency = Currency.getInstance("EUR");
        var to = Destination.country(country);
        var light = costs.estimate(Basket.of(Samples.line("女装 连衣裙", 9_900, 2, grams)), to, currency);
        var heavy = costs.estimate(Basket.of(Samples.line("女装 连衣裙", 9_900, 2, grams + more)), to, currency);
        for (var one : light) {
            heavy.stream()
                    .filter(other -> other.line().equals(one.line()))
                    .forEach(other -> assertThat(other.part(Kind.INTERNATIONAL_FREIGHT))
                            .isGreaterThanOrEqualTo(one.part(Kind.INTERNATIONAL_FREIGHT)));
        }
    }

    @Property
    void splittingLosesAndMakesNothing(
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long units,
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 0, max = 1_000_000_000L) Long> weights) {
        var shares = Split.byWeight(units, weights);
        assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(units);
        assertThat(shares).allMatch(share -> share >= 0);
    }

    @Provide
    Arbitrary<Basket> baskets() {
        var line = Combinators.combine(
                        Arbitraries.of("女装 连衣裙", "鞋靴 运动鞋", "家居 陶瓷 马克杯", "玄学", "数码 耳机"),
                        Arbitraries.longs().between(1, 30_000),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(5, 1_500).injectNull(0.3))
                .as(Samples::line);
        return line.list().ofMinSize(1).ofMaxSize(6).map(Basket::new);
    }

    @Provide
    Arbitrary<String> countries() {
        return Arbitraries.of("DE", "FR", "GB", "US", "CA", "AU", "JP", "SG", "NO", "BR", "KR", "RO");
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of("EUR", "USD", "JPY", "GBP", "CNY", "HUF").map(Currency::getInstance);
    }
}
