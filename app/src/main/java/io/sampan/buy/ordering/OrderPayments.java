package io.sampan.buy.ordering;

import io.sampan.buy.payment.Opening;
import io.sampan.buy.payment.Payable;
import io.sampan.ground.installation.Installation;
import java.net.URI;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What a gateway is asked for an order, and where it sends its shopper back to. */
@Component
final class PayAddresses {
    private final Installation installation;
    private final OrderingSettings settings;

    PayAddresses(Installation installation, OrderingSettings settings) {
        this.installation = installation;
        this.settings = settings;
    }

    /** The page where what is due for an order is paid. @param opening opens the payment */
    PayPage page(Order order, Function<Payable, Opening> opening) {
        return new PriceTalk(order)
                .due()
                .map(due -> switch (opening.apply(payable(order, due))) {
                    case Opening.Page page -> (PayPage) new PayPage.Ready(page.page());
                    case Opening.BeingTaken _, Opening.AlreadyPaid _ -> new PayPage.BeingTaken();
                    case Opening.Refused refused -> new PayPage.Refused(refused.code());
                    case Opening.Unavailable not -> new PayPage.NotNow(not.why());
                })
                .orElseGet(() -> new PayPage.NothingDue(order.state()));
    }

    private Payable payable(Order order, PriceTalk.Due due) {
        return new Payable(
                order.id().value(),
                due.purpose(),
                due.amount(),
                order.number(),
                paid(order),
                turnedBack(order),
                order.language());
    }

    private URI paid(Order order) {
        return installation.address(settings.returnPath().replace("{number}", order.number()));
    }

    private URI turnedBack(Order order) {
        return installation.address(settings.orderPath().replace("{number}", order.number()));
    }
}
