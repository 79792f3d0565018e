package io.sampan.buy.payment;

import io.sampan.outside.gateway.PayMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a shopper wants to pay.
 *
 * @param payerAddress the IP address that they came from, which some gateways must be told; kept until their page is open, then empty
 * @param payer their account, whose ways to pay the gateway may keep; kept until their page is open, then null
 */
public record PayWay(
        PayMethod method, String payerAddress, @Nullable UUID payer) {
    /** Of somebody of whom nothing is kept. */
    public PayWay(PayMethod method, String payerAddress) {
        this(method, payerAddress, null);
    }

    /** From what the shopper has with us: no gateway is asked. */
    public static final PayMethod BALANCE = new PayMethod("balance", "account");
}
