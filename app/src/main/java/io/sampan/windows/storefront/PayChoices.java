package io.sampan.windows.storefront;

import io.sampan.buy.payment.PayWay;
import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.PayMethod;
import io.sampan.outside.gateway.PayMethods;
import io.sampan.outside.gateway.PayMethods.Device;
import io.sampan.outside.gateway.PayMethods.Situation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ways to pay that a page offers, and which of them was chosen. */
@Component
class PayChoices {
    private final PayMethods methods;

    PayChoices(PayMethods methods) {
        this.methods = methods;
    }

    /** Those that can be used here and now, the most usual first. @param country where the shopper's parcel goes */
    List<PayMethod> offered(HttpServletRequest request, String country, Money amount) {
        return methods.eligible(new Situation(country, amount, device(request)));
    }

    /** The way that a form names; empty when it names none that is offered. */
    Optional<PayWay> chosen(@Nullable String id, List<PayMethod> offered, HttpServletRequest request) {
        return Optional.ofNullable(id)
                .flatMap(PayMethod::of)
                .filter(offered::contains)
                .map(method -> new PayWay(method, request.getRemoteAddr()));
    }

    /** Browsers say it themselves; those that do not, name a phone in their name. */
    private static Device device(HttpServletRequest request) {
        var hint = request.getHeader("Sec-CH-UA-Mobile");
        var name = request.getHeader("User-Agent");
        boolean phone = hint != null ? hint.equals("?1") : name != null && name.contains("Mobi");
        return phone ? Device.PHONE : Device.DESK;
    }
}
