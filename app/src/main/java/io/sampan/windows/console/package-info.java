/** The operator's window: what needs a person now, and every page on which that person acts. */
@ApplicationModule(
        id = "console",
        allowedDependencies = {
            "amount",
            "carrier",
            "catalog",
            "dispute",
            "frame",
            "freshness",
            "gateway",
            "identity",
            "request",
            "landedcost",
            "language",
            "ledger",
            "marketplace",
            "ordering",
            "paychoice",
            "payment",
            "payout",
            "procurement",
            "reconciliation",
            "settlement",
            "shipping",
            "warehouse",
            "wire"
        })
@NullMarked
package io.sampan.windows.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
