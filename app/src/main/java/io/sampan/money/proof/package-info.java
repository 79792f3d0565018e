/** What we owed to all shoppers at each day's end is published as one figure, and each shopper can check that theirs is in it. */
@ApplicationModule(
        id = "proof",
        allowedDependencies = {"amount", "ledger"})
@NullMarked
package io.sampan.money.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
