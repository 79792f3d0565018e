/** What people paste: any text becomes a marketplace and an item, or says why not; nothing hostile is followed. */
@ApplicationModule(
        id = "links",
        allowedDependencies = {"marketplace", "wire"})
@NullMarked
package io.sampan.outside.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
