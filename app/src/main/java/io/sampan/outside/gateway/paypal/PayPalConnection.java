package io.sampan.outside.gateway.paypal;

import io.sampan.outside.wire.WhenSet;
import io.sampan.outside.wire.Wire;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** PayPal is there when its client id is. */
@Configuration(proxyBeanMethods = false)
@WhenSet("sampan.paypal.client-id")
class PayPalConnection {
    @Bean
    PayPalGateway payPalGateway(Wire wire, PayPalSettings settings, JsonMapper json, Clock clock) {
        var api = new PayPalApi(wire, settings, json, clock);
        return new PayPalGateway(api, new PayPalUnits(settings.digits()), settings, clock);
    }

    @Bean
    PayPalSignature payPalSignature(Wire wire, PayPalSettings settings, Clock clock) {
        var certificates = new PayPalCertificates(wire, settings, clock);
        return new PayPalSignature(certificates, settings.requiredWebhookId(), settings.tolerance());
    }
}
