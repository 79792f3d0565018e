package io.sampan.windows.storefront;

import io.sampan.buy.ordering.CartKey;
import io.sampan.buy.ordering.CheckoutForm;
import io.sampan.buy.ordering.CheckoutForm.Tolerance;
import io.sampan.buy.ordering.CheckoutForm.Tolerance.Beyond;
import io.sampan.buy.payment.PayWay;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.LineId;
import io.sampan.people.identity.AccountId;
import io.sampan.people.identity.Address;
import io.sampan.people.identity.SavedAddress;
import io.sampan.windows.frame.Frame;
import io.sampan.windows.frame.NotUnderstood;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the page sends; every field is checked again. */
record CheckoutSent(
        @Nullable UUID token,
        @Nullable UUID address,
        @Nullable String line,
        long seenMinor,
        @Nullable String seenCurrency,
        @Nullable String seenCart,
        int tolerance,
        @Nullable Beyond beyond,
        @Nullable Boolean balance,
        @Nullable String pay,
        @Nullable String shown) {
    private static final String LINE = "[a-z0-9-]{1,40}";

    /** @throws NotUnderstood for what this page never sends */
    CheckoutForm form(AccountId shopper, CartKey cart, Address to, Frame frame, @Nullable PayWay way) {
        if (token == null
                || line == null
                || seenCart == null
                || !line.matches(LINE)
                || !CheckoutPage.TOLERANCES.contains(tolerance)) {
            throw new NotUnderstood();
        }
        var total = new Money(seenMinor, frame.visitor().currency());
        var language = frame.texts().locale();
        return new CheckoutForm(
                token,
                shopper,
                cart,
                to,
                new LineId(line),
                total,
                seenCart,
                borne(),
                language,
                Boolean.TRUE.equals(balance),
                way);
    }

    private Tolerance borne() {
        return CheckoutPage.borne(tolerance, beyond);
    }

    PayChoices.Sent choice() {
        return new PayChoices.Sent(pay, shown);
    }

    Money seenTotal() {
        return Money.of(seenMinor, String.valueOf(seenCurrency));
    }

    boolean isPricedIn(Currency currency) {
        return currency.getCurrencyCode().equals(seenCurrency);
    }

    /** The page with the same choices. */
    String path() {
        return "/checkout?tolerance=" + tolerance
                + "&beyond=" + borne().beyond()
                + (address == null ? "" : "&address=" + address)
                + (line == null || !line.matches(LINE) ? "" : "&line=" + line);
    }

    CheckoutPage.Asked again(List<SavedAddress> book, @Nullable SavedAddress to, String warning) {
        return new CheckoutPage.Asked(
                UUID.randomUUID(), book, to, line == null ? "" : line, borne(), Boolean.TRUE.equals(balance), warning);
    }
}
