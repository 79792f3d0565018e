package io.sampan.help.reconciliation;

import io.sampan.browse.catalog.Upkeep;
import io.sampan.buy.ordering.CartKey;
import io.sampan.buy.ordering.Carts;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.payment.PaymentId;
import io.sampan.buy.payment.Payments;
import io.sampan.buy.payment.RefundId;
import io.sampan.deliver.procurement.PurchaseId;
import io.sampan.deliver.procurement.Purchases;
import io.sampan.deliver.shipping.Parcels;
import io.sampan.deliver.warehouse.ParcelId;
import io.sampan.deliver.warehouse.Warehouse;
import io.sampan.ground.database.Publications;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Runs repairs: each has the room that owns the thing do again what it does by itself, and doing it twice does no harm. */
@Component
final class Repairs {
    private final Money money;
    private final Goods goods;
    private final Shelves shelves;

    Repairs(Money money, Goods goods, Shelves shelves) {
        this.money = money;
        this.goods = goods;
        this.shelves = shelves;
    }

    /** The doors of rooms that know of orders and their money. */
    @Component
    record Money(Orders orders, Payments payments) {}

    /** The doors of rooms that things pass through. */
    @Component
    record Goods(Purchases purchases, Warehouse warehouse, Parcels parcels) {}

    /** The doors of what stands beside. */
    @Component
    record Shelves(Upkeep catalog, Carts carts, Publications publications) {}

    /** @param target of its kind's finding */
    void run(Repair repair, String target) {
        switch (repair) {
            case NONE -> {}
            case TELL_ORDER -> money.orders().tellAgain(new OrderId(id(target)));
            case TELL_PAYMENT -> money.payments().tellAgain(new PaymentId(id(target)));
            case CLOSE_PAYMENT -> money.payments().close(id(target));
            case WAKE_PAYMENT -> money.payments().wake(new PaymentId(id(target)));
            case WAKE_REFUND -> money.payments().wake(new RefundId(id(target)));
            case BOOK_PAYMENT -> money.payments().book(new PaymentId(id(target)));
            case WAKE_PURCHASE, REREAD_PURCHASE -> goods.purchases().wake(new PurchaseId(id(target)));
            case REFILE_PURCHASE -> goods.purchases().refile(new PurchaseId(id(target)));
            case TELL_WAYBILLS -> goods.purchases().tellAgain(new PurchaseId(id(target)));
            case BOOK_PURCHASE -> goods.purchases().book(new PurchaseId(id(target)));
            case TELL_PACKED -> goods.warehouse().tellAgain(new ParcelId(id(target)));
            case WAKE_PARCEL -> goods.parcels().wake(new ParcelId(id(target)));
            case RESEND_EVENT -> shelves.publications().resend(id(target));
            case REFILE_PRODUCT -> shelves.catalog().refile(item(target));
            case RETIRE_OFFER -> retire(target);
            case DISCARD_CART -> shelves.carts().discard(new CartKey(id(target)));
            case TAKE_OUT_OF_CART -> takeOut(AllCarts.InCart.of(target));
        }
    }

    private void retire(String target) {
        int at = target.indexOf('@');
        shelves.catalog().retire(item(target.substring(0, at)), target.substring(at + 1));
    }

    private void takeOut(AllCarts.InCart line) {
        shelves.carts().set(line.cart(), line.item(), line.sku(), 0, "");
    }

    private static UUID id(String target) {
        return UUID.fromString(target);
    }

    /** As {@link ItemRef#toString} writes it. */
    static ItemRef item(String text) {
        int slash = text.indexOf('/');
        return new ItemRef(MarketplaceId.ofSlug(text.substring(0, slash)).orElseThrow(), text.substring(slash + 1));
    }
}
