/** Today's reference rates, fetched from whoever publishes them. */
@ApplicationModule(
        id = "rates",
        allowedDependencies = {"exchange", "wire"})
@NullMarked
package io.sampan.outside.rates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
