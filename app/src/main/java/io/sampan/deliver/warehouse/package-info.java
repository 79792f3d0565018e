/** Receives what sellers send, checks and photographs and weighs it, and packs what an order gathered into a parcel. */
@ApplicationModule(
        id = "warehouse",
        allowedDependencies = {
            "carrier",
            "database",
            "identity",
            "landedcost",
            "marketplace",
            "ordering",
            "picture",
            "procurement",
            "weight"
        })
@NullMarked
package io.sampan.deliver.warehouse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
