/** Buys what shoppers paid for, once and only once, at the price that was agreed; what no API can do is a person's task. */
@ApplicationModule(
        id = "procurement",
        allowedDependencies = {"amount", "database", "ledger", "marketplace", "ordering"})
@NullMarked
package io.sampan.deliver.procurement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
