/** Access tokens and secrets of other people's services: renewed once for all nodes, encrypted at rest, never logged. */
@ApplicationModule(
        id = "credentials",
        allowedDependencies = {"installation"})
@NullMarked
package io.sampan.outside.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
