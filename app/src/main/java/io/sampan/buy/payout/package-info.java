/** Paying shoppers what they have with us, to an account of theirs elsewhere. */
@ApplicationModule(
        id = "payout",
        allowedDependencies = {"amount", "database", "gateway", "ledger", "time"})
@NullMarked
package io.sampan.buy.payout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
