/** Taking payment for something, once, and giving it back; it knows what is paid for only by an id and a purpose. */
@ApplicationModule(
        id = "payment",
        allowedDependencies = {"amount", "database", "gateway", "ledger", "time"})
@NullMarked
package io.sampan.buy.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
