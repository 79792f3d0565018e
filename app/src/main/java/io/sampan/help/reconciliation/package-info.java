/** What the rooms say of one order, product, cart or yuan is compared regularly, and with the marketplaces; what differs is put right or shown to a person. */
@ApplicationModule(
        id = "reconciliation",
        allowedDependencies = {
            "amount",
            "carrier",
            "catalog",
            "database",
            "identity",
            "ledger",
            "marketplace",
            "notice",
            "ordering",
            "payment",
            "procurement",
            "search",
            "shipping",
            "warehouse"
        })
@NullMarked
package io.sampan.help.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
