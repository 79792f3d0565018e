/** PostgreSQL, embedded or given: one schema per room, migrations, time-ordered ids, transactions that are tried again. */
@ApplicationModule(
        id = "database",
        allowedDependencies = {})
@NullMarked
package io.sampan.ground.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
