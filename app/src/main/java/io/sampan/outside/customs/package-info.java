/** Duty, tax and prohibition rules by destination, as dated data with sources; what is not confirmed says so. */
@ApplicationModule(
        id = "customs",
        allowedDependencies = {"amount", "marketplace", "rulebook"})
@NullMarked
package io.sampan.outside.customs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
