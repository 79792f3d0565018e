/** Pictures that people send: clean of what cameras and programs note about them, and as small as a screen needs. */
@ApplicationModule(
        id = "picture",
        allowedDependencies = {})
@NullMarked
package io.sampan.ground.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
