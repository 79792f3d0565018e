/** Rules that change in the world are rows with a source and the days on which they hold; this room reads them and says which hold when. */
@ApplicationModule(
        id = "rulebook",
        allowedDependencies = {})
@NullMarked
package io.sampan.ground.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
