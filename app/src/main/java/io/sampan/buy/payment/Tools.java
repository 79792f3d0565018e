package io.sampan.buy.payment;

import io.sampan.ground.database.Transactions;
import io.sampan.outside.gateway.Gateways;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What those who carry payments and refunds to the gateway all work with. */
@Component
record Tools(
        Transactions transactions,
        Clock clock,
        Gateways gateways,
        Books books,
        PaymentSettings settings,
        ApplicationEventPublisher events) {}
