package io.sampan.outside.marketplace;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One way to one marketplace. Every verb answers within its time limit with an outcome; none throws for what the platform says or fails to say.
 * A verb whose capability is not declared answers {@code Unsupported}. Who cannot buy extends {@link LookingOnly}.
 */
public interface Connector {
    /** The marketplace that it looks at; all connectors to it name items alike, by the marketplace's own ids. */
    MarketplaceId id();

    /**
     * Its own name, such as {@code taobao-global}: 2 to 40 small letters, digits and hyphens. There is one connector for a marketplace and a name.
     * Offers, carts and orders keep it, so it never changes. Its calls go out under the same name, see {@code Wire.health}.
     */
    String source();

    Set<Capability> capabilities();

    Searched search(Searched.Query query);

    /**
     * Goods that look like this.
     *
     * @param picture a JPEG, PNG or WebP file of at most 3 MB
     * @param language ISO 639 language to translate titles into
     */
    Searched searchByImage(byte[] picture, String language);

    /** @param language ISO 639 language that texts are wanted in beside Chinese */
    Fetched fetch(String itemId, String language);

    /**
     * What a share token (淘口令) stands for.
     *
     * @param token without the currency signs around it
     */
    default Shared shared(String token) {
        return new Shared.Unsupported();
    }

    /** Most variants that one order of its platform holds, at least one; a purchase is planned by it. */
    default int mostLines() {
        return 50;
    }

    /** What the order would cost now; nothing is reserved. */
    Quoted quote(PurchaseRequest request);

    /** Orders once. After {@link Placed.Unclear} call {@link #lookUp} first: not every marketplace recognises a second try. */
    Placed place(PurchaseRequest request);

    /** Finds what was ordered under our reference; {@link Placed.Absent} when the marketplace knows nothing of it. */
    Placed lookUp(PurchaseRequest request);

    PaidUpstream pay(UpstreamOrder order);

    /** What has become of an order; of one that was split after it was placed, {@link OrderRead.Split}. */
    OrderRead read(String orderId);

    OrderRead trace(UpstreamOrder order);

    /** Cancels an order that is not shipped yet; the outcome is what the order is afterwards. */
    OrderRead cancel(String orderId);

    /**
     * Asks for the money of a paid order back; the outcome is what the order is afterwards. Asking again for what is being refunded changes nothing.
     *
     * @param reason for the seller, in Chinese, at most 200 characters
     */
    OrderRead refund(UpstreamOrder order, String reason);

    /** Fetches what a platform that pushes nothing has to tell; the same again until it is confirmed. */
    Polled poll();

    /**
     * What was fetched is stored here, and need not be told again. Nothing is lost when this fails.
     *
     * @param messages of a {@link Polled.Told}
     */
    void confirm(List<String> messages);

    /** What came of asking for the meaning of a share token. */
    sealed interface Shared {
        record Item(ItemRef item) implements Shared {}

        /** It means no item: a shop, perhaps, or nothing any more. */
        record Other(String why) implements Shared {}

        record Later(Duration after, String why) implements Shared {}

        record Unsupported() implements Shared {}
    }

    /** What came of asking for messages. */
    sealed interface Polled {
        /** @param messages the platform's own ids of all that it told, also of what is no news to us; empty when there was nothing */
        record Told(List<MarketplaceNews> news, List<String> messages) implements Polled {
            public Told {
                news = List.copyOf(news);
                messages = List.copyOf(messages);
            }
        }

        record Later(Duration after, String why) implements Polled {}

        record Unsupported() implements Polled {}
    }
}
