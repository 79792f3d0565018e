package io.sampan.browse.landedcost;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.weight.SampleWeights;
import io.sampan.money.amount.Money;
import io.sampan.outside.customs.SampleDuties;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer.Hazard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** A hundred goods by five ways: what may not go is never offered, and hardly anything else is refused. */
class RestrictionsMatrixTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final double MOST_FALSE_BLOCKS = 0.03;

    private record Thing(String title, Set<Hazard> truly) {}

    private record Way(String country, String line, Set<Hazard> refused) {}

    @Test
    void nothingUnlawfulIsOfferedAndLittleElseIsRefused() throws IOException {
        var things = rows("restrictions/goods.csv")
                .map(row -> new Thing(row[0], kinds(row[1])))
                .toList();
        var ways = rows("restrictions/ways.csv")
                .map(row -> new Way(row[0], row[1], kinds(row[2])))
                .toList();
        assertThat(things.size() * ways.size()).isEqualTo(500);
        var unlawful = new ArrayList<String>();
        var falselyRefused = new ArrayList<String>();
        int lawful = 0;
        for (var way : ways) {
            for (var thing : things) {
                boolean mayGo = Collections.disjoint(thing.truly(), way.refused());
                boolean isOffered = isOffered(thing.title(), way);
                lawful += mayGo ? 1 : 0;
                if (isOffered && !mayGo) {
                    unlawful.add(way + " " + thing);
                } else if (!isOffered && mayGo) {
                    falselyRefused.add(way + " " + thing);
                }
            }
        }
        assertThat(unlawful).isEmpty();
        assertThat(falselyRefused).hasSizeLessThanOrEqualTo((int) (MOST_FALSE_BLOCKS * lawful));
    }

    @Test
    void aRuleHoldsFromItsDayForWhatLiesInCartsToo() {
        var duties = SampleDuties.with(new ByteArrayResource("""
                rule;where;goods;valid_from;valid_to;source;confirmed
                magnets;EU;MAGNET;2026-12-01;;a test;yes
                """.getBytes(StandardCharsets.UTF_8)));
        var magnets = Basket.of(Samples.line("家居 冰箱贴", 9_900, 1, 100, Set.of(Hazard.MAGNET)));
        for (var day : List.of("2026-11-30", "2026-12-01")) {
            var clock = Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
            var costs = Samples.with(SampleWeights.nothingWeighed(clock), duties, clock);
            boolean isBefore = day.equals("2026-11-30");
            assertThat(costs.estimate(magnets, Destination.country("DE"), EUR).isEmpty())
                    .isNotEqualTo(isBefore);
            assertThat(costs.estimate(magnets, Destination.country("GB"), EUR)).isNotEmpty();
            if (!isBefore) {
                assertThat(costs.excluded(magnets, Destination.country("DE"), EUR))
                        .allMatch(excluded ->
                                excluded.isOfEveryLine() && excluded.goods().equals(Set.of(Hazard.MAGNET)));
            }
        }
    }

    private static boolean isOffered(String title, Way way) {
        var item = new ItemRef(MarketplaceId.TAOBAO, "1");
        var line = new BasketLine(
                item, "1", 1, Money.fen(9_900), "a", title, 300, null, null, Hazard.toldBy(Stream.of(title)));
        return Samples.at("2026-11-22T12:00:00Z")
                .estimate(Basket.of(line), Destination.country(way.country()), EUR)
                .stream()
                .anyMatch(quote -> quote.line().value().equals(way.line()));
    }

    private static Set<Hazard> kinds(String words) {
        return Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Hazard::valueOf)
                .collect(Collectors.toSet());
    }

    private static Stream<String[]> rows(String file) throws IOException {
        var lines = new ClassPathResource(file)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();
        return lines.stream().filter(line -> !line.startsWith("#")).map(line -> (line + ";").split(";", -1));
    }
}
