package io.sampan.outside.gateway.stripe;

import io.sampan.outside.wire.WhenSet;
import io.sampan.outside.wire.Wire;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Stripe is there when its key is. */
@Configuration(proxyBeanMethods = false)
@WhenSet("sampan.stripe.secret-key")
class StripeConnection {
    @Bean
    StripeGateway stripeGateway(Wire wire, StripeSettings settings, JsonMapper json) {
        return new StripeGateway(new StripeApi(wire, settings, json), new StripeUnits(settings.digits()));
    }

    @Bean
    StripeSignature stripeSignature(StripeSettings settings) {
        return new StripeSignature(settings.requiredWebhookSecret(), settings.tolerance());
    }
}
