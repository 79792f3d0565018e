package io.sampan.outside.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.LookingOnly;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.TestMarketplaces;
import io.sampan.outside.wire.WireOfATest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShareTokensTest {
    static final String PASTED = "8￥TgixCStGJxP￥ https://example.com/ 【淘宝】「法式连衣裙」";

    /** A connector that does nothing but say what tokens mean. */
    static final class Teller extends LookingOnly {
        final String name;
        final Shared meaning;
        final List<String> asked = new ArrayList<>();

        Teller(String name, Shared meaning) {
            this.name = name;
            this.meaning = meaning;
        }

        @Override
        public MarketplaceId id() {
            return MarketplaceId.TAOBAO;
        }

        @Override
        public String source() {
            return name;
        }

        @Override
        public Set<Capability> capabilities() {
            return meaning instanceof Shared.Unsupported ? Set.of() : Set.of(Capability.SHARE_TOKEN);
        }

        @Override
        public Searched search(Searched.Query query) {
            return new Searched.Unsupported();
        }

        @Override
        public Searched searchByImage(byte[] picture, String language) {
            return new Searched.Unsupported();
        }

        @Override
        public Fetched fetch(String itemId, String language) {
            return new Fetched.Unsupported();
        }

        @Override
        public Shared shared(String token) {
            asked.add(token);
            return meaning;
        }
    }

    static Recognised recognised(Teller... tellers) {
        var settings = new LinksSettings(false, null, Duration.ofSeconds(1), Duration.ofSeconds(1));
        var shortLinks = new ShortLinks(settings, WireOfATest.plain(Clock.systemUTC()), new Lookup());
        return new Links(shortLinks, new ShareTokens(TestMarketplaces.of(tellers))).recognise(PASTED);
    }

    @Test
    void aTokenThatMeansAnItemIsThatItemUnderTheNameInTheText() {
        var item = new ItemRef(MarketplaceId.TAOBAO, "736097001711");
        var teller = new Teller("one", new Teller.Shared.Item(item));
        assertThat(recognised(teller))
                .isEqualTo(new Recognised.Item(
                        item, "taobao", URI.create("https://item.taobao.com/item.htm?id=736097001711"), "", "法式连衣裙"));
        assertThat(teller.asked).containsExactly("TgixCStGJxP");
    }

    @Test
    void whoIsBusyDoesNotKeepTheNextFromTelling() {
        var busy = new Teller("busy", new Teller.Shared.Later(Duration.ofSeconds(9), "busy"));
        var item = new ItemRef(MarketplaceId.TAOBAO, "736097001711");
        assertThat(recognised(busy, new Teller("teller", new Teller.Shared.Item(item))))
                .isInstanceOf(Recognised.Item.class);
    }

    @Test
    void aTokenThatMeansSomethingElseOrThatNobodyCanTellStaysAToken() {
        var token = new Recognised.ShareToken("TgixCStGJxP", "法式连衣裙");
        assertThat(recognised(new Teller("one", new Teller.Shared.Other("a shop"))))
                .isEqualTo(token);
        assertThat(recognised(new Teller("one", new Teller.Shared.Unsupported())))
                .isEqualTo(token);
        assertThat(recognised()).isEqualTo(token);
    }
}
