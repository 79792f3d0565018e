package io.sampan.outside.gateway.paypal;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** @param expiresIn seconds */
@JsonNaming(SnakeCaseStrategy.class)
record PayPalToken(String accessToken, long expiresIn) {
    @Override
    public String toString() {
        return "PayPalToken[" + expiresIn + " s]";
    }
}
