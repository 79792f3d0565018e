package io.sampan.outside.gateway;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.alipay.AlipayOfATest;
import io.sampan.outside.gateway.paypal.PayPalOfATest;
import io.sampan.outside.gateway.stripe.StripeOfATest;
import io.sampan.outside.gateway.wechatpay.WeChatPayOfATest;
import io.sampan.simulators.Simulators;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** A gateway and one of its methods, as the contract meets it: what it is, and what its shopper does on its page. */
public enum Rail {
    STRIPE_CARD("stripe", "card", "EUR", true),
    STRIPE_IDEAL("stripe", "ideal", "EUR", false),
    STRIPE_KLARNA("stripe", "klarna", "EUR", true),
    PAYPAL("paypal", "wallet", "EUR", true),
    PAYPAL_YEN("paypal", "wallet", "JPY", true),
    ALIPAY("alipay", "page", "CNY", false),
    ALIPAY_PHONE("alipay", "wap", "CNY", false),
    WECHAT_CODE("wechatpay", "native", "CNY", false),
    WECHAT_PHONE("wechatpay", "h5", "CNY", false);

    /** What a shopper pays with; every page knows these three. */
    public enum Purse {
        GOOD,
        EMPTY,
        CHALLENGED
    }

    /** Refunds that can be made to fail at the bank, and how: action and fields of the service. */
    public record Bounce(String action, Map<String, String> form) {}

    public final String gateway;
    public final String method;
    public final String currency;
    /** Whether the money is held before it is taken. */
    final boolean holds;

    Rail(String gateway, String method, String currency, boolean holds) {
        this.gateway = gateway;
        this.method = method;
        this.currency = currency;
        this.holds = holds;
    }

    public Money price() {
        return Money.of(18_500, currency);
    }

    Money part(long minor) {
        return Money.of(minor, currency);
    }

    public Connected connect(Simulators world, Clock clock) {
        URI address = world.addresses().get(gateway);
        var credentials = world.credentials(gateway);
        return switch (gateway) {
            case "stripe" -> new StripeOfATest(address, credentials, clock);
            case "paypal" -> new PayPalOfATest(address, credentials, clock);
            case "alipay" -> new AlipayOfATest(address, credentials, clock);
            default -> new WeChatPayOfATest(address, credentials, clock);
        };
    }

    /** The operations of its simulator at which answers can be lost. */
    Map<String, String> operations() {
        return switch (gateway) {
            case "stripe" ->
                Map.of("open", "checkout/sessions", "refund", "POST /v1/refunds", "look", "checkout/sessions");
            case "paypal" -> Map.of("open", "/v2/checkout/orders", "refund", "/refund", "look", "/v2/checkout/orders");
            case "alipay" -> Map.of("open", "none", "refund", "alipay.trade.refund", "look", "alipay.trade.query");
            default -> Map.of("open", "/v3/pay", "refund", "/v3/refund", "look", "out-trade-no");
        };
    }

    /** How a refund is made to fail after it was accepted; null where the gateway knows no such thing. */
    Bounce bounce() {
        return switch (gateway) {
            case "stripe" -> new Bounce("fail-next-refund", Map.of());
            case "paypal" -> new Bounce("slow-next-refund", Map.of("fate", "FAILED"));
            case "wechatpay" -> new Bounce("refuse-next-refund", Map.of());
            default -> null;
        };
    }

    /** What the shopper types on the gateway's page; a challenged one answers a second form. */
    Map<String, String> typed(Purse purse) {
        var form = new LinkedHashMap<String, String>();
        if (gateway.equals("stripe") && method.equals("card")) {
            form.put("email", "anna@example.com");
            form.put("number", card(purse));
            form.put("expiry", "12/34");
            form.put("cvc", "123");
            form.put("name", "Anna Beispiel");
        } else if (gateway.equals("stripe")) {
            form.put("outcome", purse == Purse.EMPTY ? "fail" : "authorize");
        } else {
            form.put(
                    "purse",
                    switch (purse) {
                        case GOOD -> "balance";
                        case EMPTY -> "empty-card";
                        case CHALLENGED -> "bank-card";
                    });
        }
        return form;
    }

    /** What the shopper answers to a challenge. */
    Map<String, String> proof() {
        return gateway.equals("stripe")
                ? Map.of("outcome", "complete")
                : Map.of("purse", "bank-card", "code", "246810");
    }

    private static String card(Purse purse) {
        return switch (purse) {
            case GOOD -> "4242424242424242";
            case EMPTY -> "4000000000009995";
            case CHALLENGED -> "4000000000003220";
        };
    }
}
