package io.sampan.windows.console;

import io.sampan.buy.dispute.Disputes;
import io.sampan.buy.payment.Payments;
import org.springframework.stereotype.Component;

/** Whom the desk asks about what shoppers paid, and what became of it. */
@Component
record Cashier(Payments payments, Disputes disputes) {}
