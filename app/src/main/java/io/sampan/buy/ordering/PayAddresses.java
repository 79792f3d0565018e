package io.sampan.buy.ordering;

import io.sampan.buy.payment.Payable;
import io.sampan.ground.installation.Installation;
import java.net.URI;
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

    Payable payable(Order order, PriceTalk.Due due) {
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
