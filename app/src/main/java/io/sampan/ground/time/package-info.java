/** What time it is: the machine's time, or, beside simulators, the time of their world. */
@ApplicationModule(
        id = "time",
        allowedDependencies = {})
@NullMarked
package io.sampan.ground.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
