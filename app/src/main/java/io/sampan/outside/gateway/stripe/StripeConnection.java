package io.sampan.outside.gateway.stripe;

import io.sampan.outside.wire.Wire;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import tools.jackson.databind.json.JsonMapper;

/** Stripe is there when its key is. */
@Configuration(proxyBeanMethods = false)
@Conditional(StripeConnection.HasKey.class)
class StripeConnection {
    static final class HasKey implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment()
                    .getProperty("sampan.stripe.secret-key", "")
                    .isBlank();
        }
    }

    @Bean
    StripeGateway stripeGateway(Wire wire, StripeSettings settings, JsonMapper json) {
        return new StripeGateway(new StripeApi(wire, settings, json), new StripeUnits(settings.digits()));
    }

    @Bean
    StripeSignature stripeSignature(StripeSettings settings) {
        return new StripeSignature(settings.requiredWebhookSecret(), settings.tolerance());
    }
}
