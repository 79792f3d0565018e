/** What shoppers contest at the gateway or their bank: followed to its end, answered in time, and the money booked as it moves. */
@ApplicationModule(
        id = "dispute",
        allowedDependencies = {"amount", "database", "gateway", "ledger", "payment"})
@NullMarked
package io.sampan.buy.dispute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
