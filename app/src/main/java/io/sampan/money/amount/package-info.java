/** An amount is a whole number of its currency's smallest unit; it is never a fraction, and never without its currency. */
@ApplicationModule(
        id = "amount",
        allowedDependencies = {})
@NullMarked
package io.sampan.money.amount;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
