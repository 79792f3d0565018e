/** What shoppers see: the shop, from the first search to the delivered parcel. */
@ApplicationModule(
        id = "storefront",
        allowedDependencies = {
            "amount",
            "carrier",
            "catalog",
            "exchange",
            "frame",
            "freshness",
            "gateway",
            "haul",
            "identity",
            "invoice",
            "landedcost",
            "language",
            "ledger",
            "links",
            "marketplace",
            "notice",
            "ordering",
            "paychoice",
            "payment",
            "payout",
            "proof",
            "request",
            "search",
            "shipchoice",
            "shipping",
            "warehouse"
        })
@NullMarked
package io.sampan.windows.storefront;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
