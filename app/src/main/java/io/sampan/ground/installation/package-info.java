/** What this installation is, a demo world or the real thing, and whether everything that the real thing needs has been set. */
@ApplicationModule(
        id = "installation",
        allowedDependencies = {})
@NullMarked
package io.sampan.ground.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
