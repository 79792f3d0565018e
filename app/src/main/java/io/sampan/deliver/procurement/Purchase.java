package io.sampan.deliver.procurement;

import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderLineId;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.UpstreamOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What we buy of one shop for one order, through one connector.
 *
 * @param source the connector that the offers came from: it alone knows the lines' order keys, and the orders that come of them
 * @param lines what is to be had; lines that ran out are gone
 * @param freight within China that was agreed for the shop
 * @param tolerancePercent up to which a rise of goods and freight is ours to bear
 * @param upstream every order that the marketplace made of ours, withdrawn ones too
 * @param round counts how often we began anew after withdrawing; part of the reference
 * @param askedAt when the marketplace was last asked for the order of this round, null when it was not: once asked, the order is looked up
 *     before anything else
 * @param unwanted the shopper's order was cancelled: buy nothing more, withdraw what can be withdrawn
 * @param requotes how often the price moved between asking and ordering
 */
public record Purchase(
        PurchaseId id,
        OrderId order,
        MarketplaceId marketplace,
        String source,
        Offer.Shop shop,
        List<Line> lines,
        Money freight,
        int tolerancePercent,
        PurchaseState state,
        List<Upstream> upstream,
        int round,
        @Nullable Instant askedAt,
        boolean unwanted,
        int requotes,
        Instant plannedAt) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Purchase {
        lines = List.copyOf(lines);
        upstream = List.copyOf(upstream);
    }

    /** @param unitPrice of one piece in CNY, as agreed with the shopper */
    public record Line(
            OrderLineId line,
            ItemRef item,
            String skuId,
            String orderKey,
            int quantity,
            Money unitPrice,
            String remark) {
        public Money goods() {
            return unitPrice.times(quantity);
        }
    }

    /** @param payTries how often we asked the marketplace to take the money */
    public record Upstream(UpstreamOrder order, Payment payment, int payTries) {
        boolean isOpen() {
            return payment != Payment.WITHDRAWN && payment != Payment.RETURNED && payment != Payment.SPLIT;
        }
    }

    public enum Payment {
        NOT_ASKED,
        /** It may have been paid. */
        ASKED,
        PAID,
        /** Cancelled before it was paid: counts no more. */
        WITHDRAWN,
        /** It was paid, and ended with our money back: counts no more. */
        RETURNED,
        /** The marketplace made others of it, which carry on where it was: counts no more. */
        SPLIT
    }

    /** @throws IllegalArgumentException when it is none of ours */
    Line line(OrderLineId id) {
        return lines.stream()
                .filter(line -> line.line().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not in " + this.id + ": " + id));
    }

    /** Orders that count: neither withdrawn, returned nor split. */
    public List<Upstream> open() {
        return upstream.stream().filter(Upstream::isOpen).toList();
    }

    /** What was agreed: goods and freight. */
    public Money agreed() {
        return lines.stream().map(Line::goods).reduce(freight, Money::plus);
    }

    boolean asked() {
        return askedAt != null;
    }

    /** The most that goods and freight may cost without asking the shopper. */
    public Money limit() {
        var factor = HUNDRED.add(BigDecimal.valueOf(tolerancePercent)).divide(HUNDRED);
        return Money.fen(BigDecimal.valueOf(agreed().minor())
                .multiply(factor)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact());
    }

    /**
     * Whether goods and freight may cost so much without asking the shopper. What freight costs many marketplaces tell only now: that it was
     * guessed too low is no rise of the price, and ours to bear.
     *
     * @param asked freight that is in the total
     * @param borne the most of the difference that is ours
     */
    boolean bears(Money total, Money asked, Money borne) {
        var tooLow = asked.minus(freight);
        var ours = tooLow.compareTo(borne) < 0 ? tooLow : borne;
        return total.minus(ours.max(Money.fen(0))).compareTo(limit()) <= 0;
    }

    /** Our reference at the marketplace, the same at every try of a round. */
    public String reference() {
        return round == 0 ? id.toString() : id + "-" + round;
    }

    /** What the open orders cost. */
    Money total() {
        return open().stream().map(one -> one.order().total()).reduce(Money.fen(0), Money::plus);
    }

    /** The freight in it. */
    Money totalFreight() {
        return open().stream().map(one -> one.order().freight()).reduce(Money.fen(0), Money::plus);
    }

    Optional<Upstream> unpaid() {
        return open().stream().filter(one -> one.payment() != Payment.PAID).findFirst();
    }

    boolean knows(UpstreamOrder one) {
        return upstream.stream().anyMatch(old -> isSame(old, one));
    }

    /** A person wants it tried again: earlier tries count no more. */
    Purchase forgivingTries() {
        return with(
                lines,
                state,
                upstream.stream()
                        .map(one -> new Upstream(one.order(), one.payment(), 0))
                        .toList());
    }

    boolean mayHavePaid() {
        return open().stream().anyMatch(one -> one.payment() != Payment.NOT_ASKED);
    }

    /** @throws IllegalStateException for a move that no purchase makes */
    Purchase to(PurchaseState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("Purchase " + id + " cannot go from " + state + " to " + next);
        }
        return with(lines, next, upstream);
    }

    Purchase without(Set<OrderLineId> gone) {
        return with(lines.stream().filter(line -> !gone.contains(line.line())).toList(), state, upstream);
    }

    Purchase agreeing(Map<OrderLineId, Money> prices) {
        return with(
                lines.stream()
                        .map(line -> new Line(
                                line.line(),
                                line.item(),
                                line.skuId(),
                                line.orderKey(),
                                line.quantity(),
                                prices.getOrDefault(line.line(), line.unitPrice()),
                                line.remark()))
                        .toList(),
                state,
                upstream);
    }

    /** Takes these orders in, each once; of one that is known only what the marketplace says is replaced. */
    Purchase knowing(List<UpstreamOrder> orders) {
        var all = new ArrayList<>(upstream);
        for (var one : orders) {
            if (all.stream().anyMatch(old -> isSame(old, one))) {
                all.replaceAll(old -> isSame(old, one) ? new Upstream(one, old.payment(), old.payTries()) : old);
            } else {
                all.add(new Upstream(one, Payment.NOT_ASKED, 0));
            }
        }
        return with(lines, state, all);
    }

    Purchase paying(String orderId, UnaryOperator<Upstream> change) {
        return with(
                lines,
                state,
                upstream.stream()
                        .map(one -> one.order().orderId().equals(orderId) ? change.apply(one) : one)
                        .toList());
    }

    /** Its parts take the place of an order, each as far paid as that was; parts that are known already are only told anew. */
    Purchase splitting(String orderId, List<UpstreamOrder> parts) {
        var whole = upstream.stream()
                .filter(one -> one.order().orderId().equals(orderId))
                .findFirst()
                .orElseThrow();
        var known = upstream.stream().map(one -> one.order().orderId()).collect(Collectors.toSet());
        var next = knowing(parts);
        for (var part : parts) {
            if (!known.contains(part.orderId())) {
                next = next.paying(part.orderId(), one -> new Upstream(one.order(), whole.payment(), whole.payTries()));
            }
        }
        return next.paying(orderId, one -> new Upstream(one.order(), Payment.SPLIT, one.payTries()));
    }

    /** @param at when the marketplace is asked for the order, null once it is certain that nothing came of it */
    Purchase asking(@Nullable Instant at) {
        return inRound(round, at, unwanted, requotes);
    }

    Purchase unwanting() {
        return inRound(round, askedAt, true, requotes);
    }

    /** After a withdrawal, or an order that came to another price: a new reference, of which the marketplace knows nothing. */
    Purchase anew() {
        return inRound(round + 1, null, unwanted, requotes);
    }

    Purchase requoting() {
        return inRound(round, null, unwanted, requotes + 1);
    }

    private Purchase inRound(int round, @Nullable Instant askedAt, boolean unwanted, int requotes) {
        return new Purchase(
                id,
                order,
                marketplace,
                source,
                shop,
                lines,
                freight,
                tolerancePercent,
                state,
                upstream,
                round,
                askedAt,
                unwanted,
                requotes,
                plannedAt);
    }

    private Purchase with(List<Line> lines, PurchaseState state, List<Upstream> upstream) {
        return new Purchase(
                id,
                order,
                marketplace,
                source,
                shop,
                lines,
                freight,
                tolerancePercent,
                state,
                upstream,
                round,
                askedAt,
                unwanted,
                requotes,
                plannedAt);
    }

    private static boolean isSame(Upstream old, UpstreamOrder one) {
        return old.order().orderId().equals(one.orderId());
    }
}
