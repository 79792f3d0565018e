package io.sampan.outside.gateway.stripe;

import io.sampan.outside.gateway.SavedMethods.Kept;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Source: docs/sources/stripe.md "Customers". */
record StripeCustomer(String id) {
    record Methods(List<Method> data) {}

    record Method(String id, Card card) {
        Kept kept() {
            return new Kept(id, card.brand(), card.last4(), card.expMonth(), card.expYear());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Card(String brand, String last4, int expMonth, int expYear) {}
}
