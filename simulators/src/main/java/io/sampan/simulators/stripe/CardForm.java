package io.sampan.simulators.stripe;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a shopper typed into the hosted page; its toString hides all of it. */
record CardForm(String email, String number, String expiry, String cvc, String name) {

    static CardForm of(Map<String, String> form) {
        return new CardForm(
                form.getOrDefault("email", "").strip(),
                form.getOrDefault("number", "").replaceAll("[ -]", ""),
                form.getOrDefault("expiry", "").replace(" ", ""),
                form.getOrDefault("cvc", "").strip(),
                form.getOrDefault("name", "").strip());
    }

    /** What is wrong, by field, in the words of the real page; empty when the card can be tried. */
    Map<String, String> faults(Instant now) {
        var faults = new LinkedHashMap<String, String>();
        if (!email.matches("[^@\\s]{1,64}@[^@\\s]{1,190}")) {
            faults.put("email", email.isEmpty() ? "Required" : "Your email is incomplete.");
        }
        if (number.isEmpty()) {
            faults.put("number", "Required");
        } else if (!TestCard.luhn(number)) {
            faults.put("number", "Your card number is invalid.");
        }
        expiryFault(now, faults);
        if (!cvc.matches("\\d{3,4}")) {
            faults.put("cvc", cvc.isEmpty() ? "Required" : "Your card's security code is incomplete.");
        }
        if (name.isEmpty() || name.length() > 200) {
            faults.put("name", "Required");
        }
        return faults;
    }

    private void expiryFault(Instant now, Map<String, String> faults) {
        if (!expiry.matches("(0[1-9]|1[0-2])/?\\d{2}")) {
            faults.put("expiry", expiry.isEmpty() ? "Required" : "Your card's expiration date is incomplete.");
            return;
        }
        int month = Integer.parseInt(expiry.substring(0, 2));
        int year = 2000 + Integer.parseInt(expiry.substring(expiry.length() - 2));
        var today = YearMonth.from(now.atZone(ZoneOffset.UTC));
        if (YearMonth.of(year, month).isBefore(today)) {
            faults.put("expiry", "Your card's expiration date is in the past.");
        }
    }

    @Override
    public String toString() {
        return "CardForm[hidden]";
    }
}
