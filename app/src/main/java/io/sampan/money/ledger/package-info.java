/** Every movement of money is a balanced entry that is never changed; what it all comes to can be proved at any moment. */
@ApplicationModule(
        id = "ledger",
        allowedDependencies = {"amount", "database"})
@NullMarked
package io.sampan.money.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
