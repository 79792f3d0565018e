package io.sampan.outside.gateway.paypal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why PayPal refused a call. Source: docs/sources/paypal.md "Errors". */
record PayPalFault(@Nullable String name, @Nullable List<Detail> details) {
    record Detail(@Nullable String issue) {}

    /** The most exact code that was told. */
    String code() {
        var issue =
                details == null || details.isEmpty() ? null : details.getFirst().issue();
        return issue != null ? issue : name != null ? name : "unknown";
    }
}
