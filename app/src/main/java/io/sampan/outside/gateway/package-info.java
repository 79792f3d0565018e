/** Taking and returning money through others; "unclear" is an outcome. */
@ApplicationModule(
        id = "gateway",
        allowedDependencies = {"amount", "database", "installation", "rulebook", "wire"})
@NullMarked
package io.sampan.outside.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
