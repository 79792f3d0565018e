package io.sampan.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Benchmarks and recorded demos rely on the goods of 1688 and Taobao: what is added to the world must not touch them. */
class SameWorldTest {
    static final List<Marketplace> FIRST = List.of(Marketplace.ALI1688, Marketplace.TAOBAO);

    @Test
    void goodsOfTheFirstTwoMarketplacesAreWhatTheyAlwaysWere() {
        var crc = new CRC32();
        List<Listing> first = WorldTest.WORLD.listings().stream()
                .filter(listing -> FIRST.contains(listing.marketplace()))
                .toList();
        assertThat(first).hasSize(World.USUAL_OFFERS);
        for (int i = 0; i < first.size(); i += 7) {
            Listing listing = first.get(i);
            add(crc, listing.key(), listing.title(), listing.baseFen(), listing.sold(), listing.created());
            add(crc, listing.shop().id(), listing.shop().name(), listing.shop().city());
            for (int days : new int[] {0, 20}) {
                Offer offer = WorldTest.WORLD.offer(listing, WorldTest.NOW.plus(Duration.ofDays(days)));
                add(crc, offer.skus(), offer.tiers(), offer.status(), offer.freightFen(), offer.attributes());
            }
        }
        assertThat(crc.getValue()).isEqualTo(3230258486L);
    }

    @Test
    void searchesOfTheFirstTwoMarketplacesFindWhatTheyAlwaysFound() {
        var crc = new CRC32();
        for (Marketplace marketplace : FIRST) {
            for (String words : List.of("连衣裙", "ceramic mug", "真丝旗袍", "iPhone case", "茶具 送礼", "qqzz")) {
                WorldTest.WORLD.find(Query.words(marketplace, words)).forEach(listing -> add(crc, listing.key()));
            }
        }
        assertThat(crc.getValue()).isEqualTo(4026763842L);
    }

    static void add(CRC32 crc, Object... values) {
        for (Object value : values) {
            crc.update(value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
