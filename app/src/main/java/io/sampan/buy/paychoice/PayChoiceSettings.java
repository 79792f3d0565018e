package io.sampan.buy.paychoice;

import io.sampan.outside.gateway.PayMethod;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param fees what gateways keep, in percent of the amount, by method such as {@code stripe.card}; by our contracts with them. What is not named counts
 *     as nothing
 * @param remembered most people whose tastes are read at the start, those who paid last; of others only what they themselves chose counts
 * @param ended most tries to pay that are read at the start, to know how well each method works
 */
@ConfigurationProperties(prefix = "sampan.paychoice", ignoreUnknownFields = false)
record PayChoiceSettings(
        @Nullable Map<String, BigDecimal> fees,
        @DefaultValue("200000") int remembered,
        @DefaultValue("5000") int ended) {
    /** @throws IllegalArgumentException when a fee is of no method */
    PayChooser.Fees byMethod() {
        var percent = new HashMap<PayMethod, BigDecimal>();
        if (fees != null) {
            fees.forEach((id, fee) -> percent.put(
                    PayMethod.of(id)
                            .orElseThrow(() -> new IllegalArgumentException("sampan.paychoice.fees: no method " + id)),
                    fee));
        }
        return new PayChooser.Fees(percent);
    }
}
