package io.sampan.windows.storefront;

import io.sampan.buy.ordering.Checkout;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.paychoice.PayAdvice;
import io.sampan.buy.paychoice.PayAdvice.Picked;
import io.sampan.buy.paychoice.PayChooser.Where;
import io.sampan.buy.paychoice.PayRanking;
import io.sampan.buy.payment.PayWay;
import io.sampan.outside.gateway.PayMethod;
import io.sampan.outside.gateway.PayMethods;
import io.sampan.outside.gateway.PayMethods.Device;
import io.sampan.outside.gateway.PayMethods.Situation;
import io.sampan.windows.frame.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ways to pay that a page offers, in which order, and which of them was chosen. */
@Component
class PayChoices {
    private static final String BETWEEN = " ";
    private static final int LONGEST = 2_000;

    private final PayMethods methods;
    private final PayAdvice advice;
    private final Orders orders;
    private final Checkout checkout;

    PayChoices(PayMethods methods, PayAdvice advice, Orders orders, Checkout checkout) {
        this.methods = methods;
        this.advice = advice;
        this.orders = orders;
        this.checkout = checkout;
    }

    /**
     * What a form with ways to pay sends.
     *
     * @param pay the {@link PayMethod#id} that was chosen
     * @param shown those of all that were shown, in their order
     */
    record Sent(String pay, String shown) {
        Sent(@Nullable String pay, @Nullable String shown) {
            this.pay = Objects.requireNonNullElse(pay, "");
            this.shown = Objects.requireNonNullElse(shown, "");
        }
    }

    /** Those that can be used here and now, in the order for this visitor, who has signed in. */
    PayRanking offered(HttpServletRequest request, Where where) {
        var person = Visitor.of(request).required().id().value();
        return advice.rank(eligible(request, where), where, person);
    }

    /** What is due for an order, and how this visitor, whose it is, can pay it. */
    OrderView.Due due(Order order, HttpServletRequest request) {
        return orders.due(order)
                .map(due -> new OrderView.Due(
                        due,
                        checkout.fromBalance(order),
                        offered(request, new Where(order.address().country(), due))))
                .orElseGet(() -> OrderView.Due.nothing(order.total().currency()));
    }

    /** The way that a form names; empty when it names none that can be used here and now. */
    Optional<PayWay> chosen(Sent sent, Where where, HttpServletRequest request) {
        return PayMethod.of(sent.pay())
                .filter(eligible(request, where)::contains)
                .map(method -> new PayWay(
                        method,
                        request.getRemoteAddr(),
                        Visitor.of(request).required().id().value()));
    }

    /** Learns from what was chosen, if it was chosen among what we offer. @param subject what is paid for */
    void learn(Sent sent, UUID subject, Where where, HttpServletRequest request) {
        var eligible = eligible(request, where);
        var shown = sent.shown().length() > LONGEST
                ? List.<PayMethod>of()
                : Arrays.stream(sent.shown().split(BETWEEN))
                        .flatMap(id -> PayMethod.of(id).stream())
                        .toList();
        boolean same = shown.size() == eligible.size() && new HashSet<>(shown).containsAll(eligible);
        PayMethod.of(sent.pay())
                .filter(method -> same && shown.contains(method))
                .ifPresent(method -> advice.chose(
                        Visitor.of(request).required().id().value(), subject, where, new Picked(shown, method)));
    }

    private List<PayMethod> eligible(HttpServletRequest request, Where where) {
        return methods.eligible(new Situation(where.country(), where.amount(), device(request)));
    }

    /** Browsers say it themselves; those that do not, name a phone in their name. */
    private static Device device(HttpServletRequest request) {
        var hint = request.getHeader("Sec-CH-UA-Mobile");
        var name = request.getHeader("User-Agent");
        boolean phone = hint != null ? hint.equals("?1") : name != null && name.contains("Mobi");
        return phone ? Device.PHONE : Device.DESK;
    }
}
