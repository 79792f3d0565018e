package io.sampan.outside.gateway.paypal;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Source: docs/sources/paypal.md "Amounts". */
@JsonNaming(SnakeCaseStrategy.class)
record PayPalAmount(String currencyCode, String value) {}
