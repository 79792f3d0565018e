/** Lines, tariffs, restrictions, labels and tracking: carriers' rules as dated data, and what they say happened to a parcel. */
@ApplicationModule(
        id = "carrier",
        allowedDependencies = {"amount", "database", "identity", "marketplace", "rulebook", "wire"})
@NullMarked
package io.sampan.outside.carrier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
