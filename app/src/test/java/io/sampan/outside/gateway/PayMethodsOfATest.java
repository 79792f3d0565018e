package io.sampan.outside.gateway;

import io.sampan.buy.paychoice.PayChooser;
import io.sampan.money.amount.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** The shop's own rules of paying, with every gateway there. */
public final class PayMethodsOfATest {
    private PayMethodsOfATest() {}

    public static PayMethods all(Clock clock) throws IOException {
        var gateways = Stream.of("stripe", "paypal", "alipay", "wechatpay")
                .<Gateway>map(Named::new)
                .toList();
        var settings = new GatewaySettings(
                new ClassPathResource("rules/gateway/methods.csv"),
                new ClassPathResource("rules/gateway/habits.csv"),
                Duration.ofHours(6));
        return new PayMethods(settings, new Gateways(gateways), clock);
    }

    /** All methods that the rules name. */
    public static List<PayMethod> named(PayMethods methods) {
        return methods.all();
    }

    /** Rounded public list prices; nothing depends on their truth. */
    public static PayChooser.Fees fees() {
        return new PayChooser.Fees(Map.of(
                new PayMethod("stripe", "card"), new BigDecimal("1.5"),
                new PayMethod("paypal", "wallet"), new BigDecimal("2.9"),
                new PayMethod("stripe", "klarna"), new BigDecimal("3.3")));
    }

    private record Named(String name) implements Gateway {
        @Override
        public Opened open(Demand demand) {
            return new Opened.Refused("test");
        }

        @Override
        public Standing look(String gatewayReference) {
            return new Standing.Refused("test");
        }

        @Override
        public Standing capture(String gatewayReference, Money amount, String key) {
            return new Standing.Refused("test");
        }

        @Override
        public Standing cancel(String gatewayReference, String key) {
            return new Standing.Refused("test");
        }

        @Override
        public Returned refund(String gatewayReference, Money amount, String key) {
            return new Returned.Refused("test");
        }

        @Override
        public Returned lookAtRefund(String refundReference) {
            return new Returned.Refused("test");
        }
    }
}
