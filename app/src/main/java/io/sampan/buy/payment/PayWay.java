package io.sampan.buy.payment;

import io.sampan.outside.gateway.PayMethod;

/**
 * How a shopper wants to pay.
 *
 * @param payerAddress the IP address that they came from, which some gateways must be told; kept until their page is open, then empty
 */
public record PayWay(PayMethod method, String payerAddress) {
    /** From what the shopper has with us: no gateway is asked. */
    public static final PayMethod BALANCE = new PayMethod("balance", "account");
}
