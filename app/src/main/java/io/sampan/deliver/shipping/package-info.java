/** Brings packed parcels to doors: books them once, hands them over, follows them, and tells the order when it is delivered; who waited too long is paid what was promised. */
@ApplicationModule(
        id = "shipping",
        allowedDependencies = {
            "amount",
            "carrier",
            "customs",
            "database",
            "landedcost",
            "ledger",
            "marketplace",
            "ordering",
            "payment",
            "rulebook",
            "warehouse"
        })
@NullMarked
package io.sampan.deliver.shipping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
