package io.sampan.buy.ordering;

import io.sampan.ground.installation.Installation;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Where a gateway sends shoppers back to. */
@Component
final class PayAddresses {
    private final Installation installation;
    private final OrderingSettings settings;

    PayAddresses(Installation installation, OrderingSettings settings) {
        this.installation = installation;
        this.settings = settings;
    }

    URI paid(Order order) {
        return installation.address(settings.returnPath().replace("{number}", order.number()));
    }

    URI turnedBack(Order order) {
        return installation.address(settings.orderPath().replace("{number}", order.number()));
    }
}
