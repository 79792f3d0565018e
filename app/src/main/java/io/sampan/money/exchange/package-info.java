/** What one currency is worth in another: dated reference rates with their source, our margin always shown apart. */
@ApplicationModule(
        id = "exchange",
        allowedDependencies = {"amount"})
@NullMarked
package io.sampan.money.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
