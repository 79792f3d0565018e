package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.freshness.Looked;
import io.sampan.browse.freshness.Need;
import io.sampan.browse.request.Answer;
import io.sampan.browse.request.Requests;
import io.sampan.browse.request.Requests.Dealt;
import io.sampan.browse.request.Requests.Submitted;
import io.sampan.browse.request.Wish;
import io.sampan.buy.ordering.CartChange;
import io.sampan.buy.ordering.OrderId;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.procurement.PurchaseState.NeedsHuman;
import io.sampan.deliver.procurement.PurchaseState.Reason;
import io.sampan.help.notice.Notice;
import io.sampan.help.notice.Notices;
import io.sampan.money.amount.Money;
import io.sampan.outside.links.Links;
import io.sampan.outside.links.Recognised;
import io.sampan.outside.marketplace.Words;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A link that leads to no marketplace of ours is no dead end: a person offers the goods, and a person buys them. */
class AskedForInWordsTest extends Journey {
    private static final String PASTED = "https://shop.example.com/goods/77";
    private static final Money PRICE = Money.fen(8_800);

    Requests requests;
    Clock clock;

    @BeforeEach
    void rooms() {
        requests = app.getBean(Requests.class);
        clock = app.getBean(Clock.class);
    }

    private Answer answer(Duration holds) {
        var now = clock.instant();
        return new Answer(
                URI.create(PASTED),
                new Words("手工陶瓷花瓶", Map.of("en", "Hand-made ceramic vase")),
                "白色 20 cm",
                PRICE,
                Money.fen(600),
                900,
                new Depot(shop).operator(),
                now,
                now.plus(holds));
    }

    @Test
    void whatNoConnectorShowsIsOfferedByAPersonOrderedPaidAndBoughtByHand() {
        assertThat(app.getBean(Links.class).recognise(PASTED)).isInstanceOf(Recognised.Nothing.class);
        var anna = Shopper.signsUp(shop);
        var wish = new Wish(PASTED, "Ceramic vase", "white, 20 cm", 1, "");
        var asked = ((Submitted.Kept) requests.ask(anna.account(), wish, UUID.randomUUID())).request();
        var item = asked.id().item();
        assertThat(shop.freshness.look(item, new Need.InCart(Duration.ofMinutes(5))))
                .as("nothing is offered yet")
                .isInstanceOf(Looked.Gone.class);

        // An operator offers it, and Anna is told.
        assertThat(requests.answer(asked.id(), asked.state().mark(), answer(Duration.ofDays(7))))
                .isInstanceOf(Dealt.Done.class);
        shop.until(
                "she is told",
                () -> app.getBean(Notices.class).of(anna.account(), 10).stream()
                        .map(Notice::kind)
                        .anyMatch(Notice.Kind.REQUEST_ANSWERED::equals));

        // ordering: as anything else.
        var placed = anna.putsOne(item, "as-offered").orders();
        var order = placed.order();
        anna.pays(placed.payPage());

        // procurement: a person's task at once, with the page to buy it at.
        shop.until("it is a person's task", () -> only(order).state() instanceof NeedsHuman);
        assertThat(((NeedsHuman) only(order).state()).reason()).isEqualTo(Reason.NO_API);
        assertThat(only(order).source()).isEqualTo("operator");
        assertThat(only(order).agreed()).isEqualTo(Money.fen(9_400));
        assertThat(shop.catalog.find(item).orElseThrow().offer().link()).hasToString(PASTED);
        new Depot(shop).buysByHand(only(order), Money.fen(600), 950);
        assertThat(shop.ledger.imbalance()).isEmpty();
    }

    @Test
    void whatLapsedBetweenCartAndPayIsNotOrdered() {
        var anna = Shopper.signsUp(shop);
        var wish = new Wish(PASTED, "Ceramic vase", "", 1, "");
        var asked = ((Submitted.Kept) requests.ask(anna.account(), wish, UUID.randomUUID())).request();
        requests.answer(asked.id(), asked.state().mark(), answer(Duration.ofDays(7)));
        anna.putsOne(asked.id().item(), "as-offered");
        requests.withdraw(anna.account(), asked.id());
        assertThat(anna.triesToPut(asked.id().item(), "as-offered")).isNotInstanceOf(CartChange.Changed.class);
        assertThat(anna.isReadyToOrder()).isFalse();
    }

    private Purchase only(OrderId order) {
        assertThat(shop.purchases.of(order)).hasSize(1);
        return shop.purchases.of(order).getFirst();
    }
}
