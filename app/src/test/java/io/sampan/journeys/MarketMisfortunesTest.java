package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.Moved;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.Orders.By;
import io.sampan.buy.ordering.TimelineEvent.Kind;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.procurement.PurchaseState;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.Entry;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.wire.LooseJson;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What can go wrong at a marketplace between paying and buying, at each marketplace. */
class MarketMisfortunesTest extends Journey {
    @AfterAll
    static void inTheEndAllRoomsAgree(@Autowired ApplicationContext app) throws InterruptedException {
        AllRooms.agree(app);
    }

    private static String service(MarketplaceId marketplace) {
        return JourneyWorld.service(marketplace);
    }

    private static String asking(MarketplaceId marketplace) {
        return switch (marketplace) {
            case ALI1688 -> "createOrder.preview";
            case TAOBAO -> "order/render";
            case JD -> "order/getFreight";
            case PINDUODUO, WEIDIAN, ELSEWHERE -> throw new IllegalArgumentException("No such service: " + marketplace);
        };
    }

    private static String ordering(MarketplaceId marketplace) {
        return switch (marketplace) {
            case ALI1688 -> "createCrossOrder";
            case TAOBAO -> "order/create";
            case JD -> "order/submitOrder";
            case PINDUODUO, WEIDIAN, ELSEWHERE -> throw new IllegalArgumentException("No such service: " + marketplace);
        };
    }

    private static String paying(MarketplaceId marketplace) {
        return switch (marketplace) {
            case ALI1688 -> "preparePay";
            case TAOBAO -> "batch/pay";
            case JD -> "order/confirmOrder";
            case PINDUODUO, WEIDIAN, ELSEWHERE -> throw new IllegalArgumentException("No such service: " + marketplace);
        };
    }

    @AtEachMarketplace
    void aSmallRiseIsOursToBear(MarketplaceId marketplace) {
        var goods = Goods.of(shop, marketplace);
        var anna = Shopper.signsUp(shop).puts(goods);
        var placed = anna.orders();
        var order = placed.order();
        goods.nowCost("1.03");
        anna.pays(placed.payPage());

        shop.until(order, OrderState.Bought.class);
        assertThat(shop.told(order)).doesNotContain(Kind.PRICE_MOVED);
        assertThat(goodsUpstream(order)).isGreaterThan(shop.onlyLine(order).goods());
        assertThat(shop.order(order).funds().taken())
                .isEqualTo(shop.order(order).total());
        AllBooks.agree(shop, order);
    }

    @AtEachMarketplace
    void aLargeRiseIsAskedOfTheShopperWhoPaysTheDifference(MarketplaceId marketplace) {
        var goods = Goods.of(shop, marketplace);
        var anna = Shopper.signsUp(shop).puts(goods);
        var placed = anna.orders();
        var order = placed.order();
        goods.nowCost("1.5");
        anna.pays(placed.payPage());

        shop.until(order, OrderState.NeedsShopper.class);
        assertThat(AllBooks.upstream(shop, order)).isEmpty();
        var extra = ((OrderState.NeedsShopper) shop.order(order).state()).extra();
        assertThat(extra.isPositive()).isTrue();

        anna.paysMore(order);
        assertThat(anna.seesTheOrder(order)).doesNotContain("accept-price", "decline-price");
        shop.until(order, OrderState.Bought.class);
        assertThat(shop.order(order).funds().taken())
                .isEqualTo(placed(order).total().plus(extra));
        assertThat(AllBooks.upstream(shop, order)).hasSize(1);
        assertThat(sumsPaid(anna.seesTheOrder(order)))
                .containsExactly(
                        extra.minor(), placed(order).total().plus(extra).minor());
        AllBooks.agree(shop, order);
    }

    /** Not at JD, which does not tell what became of the money: there it is a person's task, see {@link OneJdOrderSplitInTwoTest}. */
    @ParameterizedTest
    @EnumSource(
            value = MarketplaceId.class,
            names = {"ALI1688", "TAOBAO"})
    void whatItsSellerClosesIsToldToTheShopperAndBoughtAnew(MarketplaceId marketplace) {
        var anna = Shopper.signsUp(shop);
        var order = anna.buys(Goods.of(shop, marketplace));
        shop.until(order, OrderState.Bought.class);
        var upstream = AllBooks.upstream(shop, order).getFirst().text("orderId");
        WORLD.act(service(marketplace), "close-by-seller", Map.of("orderId", upstream));

        shop.until("a person is asked", () -> onlyPurchase(order).state() instanceof PurchaseState.NeedsHuman);
        assertThat(anna.seesTheOrder(order)).contains("The seller closed this sale after all. We are on it");
        assertThat(AllBooks.entries(shop, order, Entry.Kind.PURCHASE_RETURNED)).isEqualTo(1);

        shop.purchases.retry(onlyPurchase(order).id());
        shop.untilAsTimePasses(order, OrderState.Bought.class);
        assertThat(AllBooks.upstream(shop, order)).hasSize(2);
        assertThat(anna.seesTheOrder(order)).doesNotContain("The seller closed this sale after all");
        AllBooks.agree(shop, order);
    }

    @AtEachMarketplace
    void whoDeclinesALargeRiseGetsAllTheirMoneyBack(MarketplaceId marketplace) {
        var goods = Goods.of(shop, marketplace);
        var anna = Shopper.signsUp(shop).puts(goods);
        var placed = anna.orders();
        var order = placed.order();
        goods.nowCost("1.5");
        anna.pays(placed.payPage());
        shop.until(order, OrderState.NeedsShopper.class);

        assertThat(shop.orders.declinePrice(order)).isInstanceOf(Moved.Done.class);
        shop.until(order, OrderState.Cancelled.class);
        shop.moneyIsBack(order, placed(order).total());
        assertThat(AllBooks.upstream(shop, order)).isEmpty();
        shop.until("the purchase is off", () -> onlyPurchase(order).state() instanceof PurchaseState.Cancelled);
        AllBooks.agree(shop, order);
    }

    @AtEachMarketplace
    void aPriceThatMovesBetweenAskingAndOrderingIsNotPaidUnasked(MarketplaceId marketplace) {
        WORLD.nextTime(service(marketplace), ordering(marketplace), "PRICE_MOVED_AFTER_PREVIEW", Shopper.percent(150));
        var anna = Shopper.signsUp(shop);
        var order = anna.buys(Goods.of(shop, marketplace));

        shop.untilAsTimePasses(order, OrderState.NeedsShopper.class);
        assertThat(WORLD.armed()).isZero();
        assertThat(AllBooks.upstream(shop, order)).noneMatch(one -> one.yes("paid"));

        // And the answer to the second order is lost, too.
        WORLD.nextTime(service(marketplace), ordering(marketplace), "DROP_AFTER_SUCCESS");
        anna.paysMore(order);
        shop.untilAsTimePasses(order, OrderState.Bought.class);
        assertThat(WORLD.armed()).isZero();
        assertThat(AllBooks.upstream(shop, order).stream().filter(one -> one.yes("paid")))
                .hasSize(1);
        AllBooks.agree(shop, order);
    }

    @AtEachMarketplace
    void whatIsSoldOutAfterAllIsRefundedAndTheRestIsBought(MarketplaceId marketplace) {
        WORLD.nextTime(service(marketplace), ordering(marketplace), "SOLD_OUT_AFTER_PREVIEW");
        var anna = Shopper.signsUp(shop).puts(Goods.of(shop, marketplace));
        var order = anna.buys(Goods.of(shop, marketplace));

        shop.untilAsTimePasses(order, OrderState.Bought.class);
        var gone = shop.order(order).lines().stream()
                .filter(line -> line.state().equals(new LineState.Cancelled(LineState.Why.SOLD_OUT)))
                .toList();
        assertThat(gone).hasSize(1);
        assertThat(AllBooks.upstream(shop, order).stream().filter(one -> one.yes("paid")))
                .hasSize(1);
        shop.moneyIsBack(order, gone.getFirst().share());
        AllBooks.agree(shop, order);
    }

    @AtEachMarketplace
    void aPurchaseThatIsSplitInTwoIsPaidAndReceivedWhole(MarketplaceId marketplace) {
        WORLD.nextTime(service(marketplace), ordering(marketplace), "SPLIT_ORDER");
        var goods = Goods.of(shop, marketplace);
        var anna = Shopper.signsUp(shop).puts(goods, goods.skus().getLast());
        var order = anna.buys(goods);

        shop.untilAsTimePasses(order, OrderState.Bought.class);
        assertThat(AllBooks.upstream(shop, order)).hasSize(2).allMatch(one -> one.yes("paid"));
        assertThat(pieces(AllBooks.upstream(shop, order))).isEqualTo(2 * goods.quantity());
        AllBooks.agree(shop, order);

        var depot = new Depot(shop);
        depot.waitsForTheSellers(order);
        depot.receives(order);
        depot.accepts(order);
        assertThat(shop.order(order).lines())
                .extracting(OrderLine::state)
                .allMatch(LineState.Accepted.class::isInstance);
    }

    @AtEachMarketplace
    void anAnswerLostAfterTheMarketplaceAcceptedTheOrderMakesNoSecondOne(MarketplaceId marketplace) {
        WORLD.nextTime(service(marketplace), ordering(marketplace), "DROP_AFTER_SUCCESS");
        var order = Shopper.signsUp(shop).buys(Goods.of(shop, marketplace));

        shop.untilAsTimePasses(order, OrderState.Bought.class);
        assertThat(WORLD.armed()).isZero();
        assertThat(AllBooks.upstream(shop, order)).hasSize(1).allMatch(one -> one.yes("paid"));
        AllBooks.agree(shop, order);
    }

    @AtEachMarketplace
    void anUnclearPaymentIsLookedAtBeforeItIsPaidAgain(MarketplaceId marketplace) {
        WORLD.nextTime(service(marketplace), paying(marketplace), "PAY_UNCLEAR");
        var order = Shopper.signsUp(shop).buys(Goods.of(shop, marketplace));

        shop.untilAsTimePasses(order, OrderState.Bought.class);
        assertThat(WORLD.armed()).isZero();
        assertThat(AllBooks.upstream(shop, order)).hasSize(1).allSatisfy(one -> {
            assertThat(one.yes("paid")).isTrue();
            assertThat(one.whole("payTries")).hasValue(1L);
        });
        AllBooks.agree(shop, order);
    }

    @AtEachMarketplace
    void whoCancelsBeforeAnythingIsBoughtGetsAllTheirMoneyBack(MarketplaceId marketplace) {
        WORLD.nextTime(service(marketplace), asking(marketplace), "ERROR_5XX");
        var order = Shopper.signsUp(shop).buys(Goods.of(shop, marketplace));
        shop.until("the marketplace was asked in vain", () -> WORLD.armed() == 0);

        assertThat(shop.orders.cancel(order, By.SHOPPER)).isInstanceOf(Moved.Done.class);
        shop.moneyIsBack(order, placed(order).total());
        shop.until("the purchase is off", () -> onlyPurchase(order).state() instanceof PurchaseState.Cancelled);
        assertThat(AllBooks.upstream(shop, order)).isEmpty();
        AllBooks.agree(shop, order);
    }

    /** Not at JD, which pushes nothing. */
    @ParameterizedTest
    @EnumSource(
            value = MarketplaceId.class,
            names = {"ALI1688", "TAOBAO"})
    void aForgedPushOfTheMarketplaceIsRefusedAndChangesNothing(MarketplaceId marketplace) {
        var order = Shopper.signsUp(shop).buys(Goods.of(shop, marketplace));
        shop.until(order, OrderState.Bought.class);
        var before = shop.orders.timeline(order);
        var upstream = AllBooks.upstream(shop, order).getFirst().text("orderId");

        var hook = URI.create("http://127.0.0.1:" + WORLD.port() + "/hooks/" + service(marketplace));
        var sent = "{\"type\":\"ORDER_BUYER_VIEW_ANNOUNCE_SENDGOODS\",\"data\":{\"orderId\":" + upstream + "}}";
        var answer = WORLD.form(hook, Map.of("message", sent, "_aop_signature", "00FF"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(shop.orders.timeline(order)).isEqualTo(before);
    }

    /** What an order's page says about the money that came in: each rise, then the whole; in cents, however it writes them. */
    private static List<Long> sumsPaid(String page) {
        var paid = page.substring(page.indexOf("<dl id=\"paid\""));
        return Pattern.compile("<dd>(.*?)</dd>")
                .matcher(paid.substring(0, paid.indexOf("</dl>")))
                .results()
                .map(sum -> Long.valueOf(sum.group(1).replaceAll("\\D", "")))
                .toList();
    }

    private Order placed(OrderId order) {
        return shop.order(order);
    }

    private Purchase onlyPurchase(OrderId order) {
        assertThat(shop.purchases.of(order)).hasSize(1);
        return shop.purchases.of(order).getFirst();
    }

    private Money goodsUpstream(OrderId order) {
        return Money.fen(AllBooks.upstream(shop, order).stream()
                .mapToLong(one -> one.whole("goodsFen").orElseThrow())
                .sum());
    }

    private static long pieces(List<LooseJson> orders) {
        return orders.stream()
                .flatMap(order -> order.list("lines").stream())
                .mapToLong(line -> line.whole("quantity").orElseThrow())
                .sum();
    }
}
