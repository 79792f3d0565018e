/** Calling other people's services with manners: signing, time limits, limits on how many calls at a time, what an app may call, circuit breakers, redacted logs. */
@ApplicationModule(
        id = "wire",
        allowedDependencies = {"database"})
@NullMarked
package io.sampan.outside.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
