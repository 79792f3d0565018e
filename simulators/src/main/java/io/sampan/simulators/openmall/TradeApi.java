package io.sampan.simulators.openmall;

import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Faults;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import io.sampan.simulators.top.Call;
import io.sampan.simulators.top.Refused;
import io.sampan.simulators.world.Offer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Render, create, pay, close, confirm. Source: docs/sources/openmall/render, create, pay, close, confirm. */
final class TradeApi {
    static final String SERVICE = "openmall";
    static final String CREATE = "taobao.openmall.trade.create";
    static final String PAY = "taobao.openmall.trade.agreepay";
    private static final long HIGH_POSTAGE_FEN = 2_000;

    private record Wanted(Offer offer, Offer.Sku sku, int pieces) {
        long fen() {
            return sku.fen() * pieces;
        }
    }

    private final OpenMallSettings settings;
    private final Pool pool;
    private final Faults faults;
    private final Trades trades;
    private final Messages messages;
    private volatile boolean agreementBroken;

    TradeApi(OpenMallSettings settings, Pool pool, Faults faults, Trades trades, Messages messages) {
        this.settings = settings;
        this.pool = pool;
        this.faults = faults;
        this.trades = trades;
        this.messages = messages;
    }

    /** From now on the distributor's account pays, or does not. */
    void breakAgreement(boolean broken) {
        agreementBroken = broken;
    }

    /** What sending costs. The goods' price is not told: the client adds up what item.get said. */
    Map<String, @Nullable Object> render(Call call) {
        TradeForm form = TradeForm.of(call);
        trades.checkDistributor(form.text("distributor"));
        Wanted wanted = wanted(form);
        var shop = wanted.offer().listing().shop();
        return Fields.of(
                "result",
                Fields.of(
                        "item_id",
                        wanted.offer().listing().id(),
                        "location",
                        shop.province() + " " + shop.city(),
                        "area_id",
                        Math.abs(shop.city().hashCode()) % 900_000 + 100_000,
                        "posts",
                        Postage.posts(wanted.offer())));
    }

    private Wanted wanted(TradeForm form) {
        Offer offer = pool.offer(form.itemId()).orElseThrow(No.NOT_IN_POOL::refused);
        if (offer.status() == Offer.Status.OFF) {
            throw No.OFF_SHELF.refused();
        }
        Offer.Sku sku = offer.skus().stream()
                .filter(s -> s.id() == form.skuId())
                .findFirst()
                .orElseThrow(No.SKU::refused);
        if (!pool.sells(offer.listing(), form.text("divisioncode"))) {
            throw No.AREA.refused();
        }
        if (sku.stock() < form.pieces()) {
            throw No.STOCK.refused();
        }
        return new Wanted(offer, sku, form.pieces());
    }

    /** One trade for one out_id, whatever else is in the call. */
    synchronized Map<String, @Nullable Object> create(Call call) {
        TradeForm form = TradeForm.toCreate(call);
        trades.checkDistributor(form.text("distributor"));
        Optional<Purchase> before = trades.byOutId(form.outId());
        if (before.isPresent()) {
            if (settings.repeatedOutIdIsBad()) {
                throw No.OUT_ID_REPEATED.refused();
            }
            return tid(before.get());
        }
        misfortunes(form);
        Wanted wanted = wanted(form);
        Postage postage = Postage.of(wanted.offer(), form.text("shipping_type")).orElseThrow(No.SHIPPING::refused);
        Purchase made = made(form, wanted, postage);
        if (made.totalFen() != form.expectFen()) {
            return closed(made);
        }
        if (postage.fen() > HIGH_POSTAGE_FEN) {
            messages.alarm(made, "ORDER_HIGH_POSTFEE", "运费" + Fields.yuanText(postage.fen()) + "元");
        }
        return tid(made);
    }

    private Purchase made(TradeForm form, Wanted wanted, Postage postage) {
        var line = new Purchase.Line(
                "",
                wanted.offer().listing().id(),
                wanted.sku().id(),
                wanted.pieces(),
                wanted.sku().fen(),
                "");
        long shop = wanted.offer().listing().shop().id();
        var draft = new Purchases.Draft(form.outId(), shop, List.of(line), postage.fen(), form.receiver());
        Purchase made = trades.purchases.make(draft, 0).orElseThrow(No.STOCK::refused);
        trades.keep(Trade.of(
                made.id(), form, form.hold() && pool.holdable(wanted.offer().listing())));
        return made;
    }

    /** The fee differs from what was expected: the trade is there, and closed. */
    private Map<String, @Nullable Object> closed(Purchase made) {
        trades.keep(trades.of(made).marked(No.FEE.words));
        trades.purchases.cancel(made.id(), "EXPECT_ORDER_FEE");
        if (settings.mismatchIsRefused()) {
            throw No.FEE.refused();
        }
        return tid(made);
    }

    /** The armed faults between render and create. */
    private void misfortunes(TradeForm form) {
        Optional<Fault> soldOut = faults.take(SERVICE, CREATE, FaultKind.SOLD_OUT_AFTER_PREVIEW);
        Optional<Fault> moved = faults.take(SERVICE, CREATE, FaultKind.PRICE_MOVED_AFTER_PREVIEW);
        soldOut.ifPresent(fault -> pool.sellOut(form.itemId(), form.skuId()));
        moved.ifPresent(fault -> pool.movePrice(form.itemId(), fault.factor() == 0 ? 1.2 : fault.factor() / 100.0));
    }

    private static Map<String, @Nullable Object> tid(Purchase purchase) {
        return Fields.of("result", Fields.of("tid", purchase.id()));
    }

    Map<String, @Nullable Object> pay(Call call) {
        Purchase purchase = trades.asked(call);
        if (purchase.state() != Purchase.State.WAIT_PAY) {
            throw No.TRADE_STATUS.refused();
        }
        trades.purchases.tried(purchase.id());
        if (agreementBroken) {
            messages.alarm(purchase, "ORDER_NO_PAY", No.AGREEMENT.words);
            throw No.AGREEMENT.refused();
        }
        Optional<Purchase> paid = trades.purchases.pay(purchase.id());
        if (paid.isEmpty()) {
            throw No.TRADE_STATUS.refused();
        }
        trades.planHold(paid.get());
        if (faults.take(SERVICE, PAY, FaultKind.PAY_UNCLEAR).isPresent()) {
            throw Refused.timedOut();
        }
        return Fields.of("result", true);
    }

    /** Before it is paid; afterwards only a refund ends it. */
    Map<String, @Nullable Object> close(Call call) {
        Purchase purchase = trades.asked(call);
        String reason = call.needed("reason");
        if (purchase.state() != Purchase.State.WAIT_PAY
                || trades.purchases.cancel(purchase.id(), reason).isEmpty()) {
            throw No.TRADE_STATUS.refused();
        }
        return tid(purchase);
    }

    Map<String, @Nullable Object> confirm(Call call) {
        Purchase purchase = trades.asked(call);
        if (trades.purchases.confirm(purchase.id()).isEmpty()) {
            throw No.TRADE_STATUS.refused();
        }
        return tid(purchase);
    }
}
