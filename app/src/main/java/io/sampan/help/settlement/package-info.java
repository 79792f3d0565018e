/** What a gateway says that it moved for us, beside what our book says. */
@ApplicationModule(
        id = "settlement",
        allowedDependencies = {"amount", "gateway", "ledger"})
@NullMarked
package io.sampan.help.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
