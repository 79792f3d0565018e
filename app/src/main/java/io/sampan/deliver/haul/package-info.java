/** Which things of a haul go in which parcels, by which line and on which day, so that all of it costs least; advice only, within the law. */
@ApplicationModule(
        id = "haul",
        allowedDependencies = {"amount", "carrier", "customs", "exchange", "marketplace", "rulebook"})
@NullMarked
package io.sampan.deliver.haul;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
