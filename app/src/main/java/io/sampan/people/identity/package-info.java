/** Who you are and what you may do: accounts, sign-in, sessions that outlive a restart, and the address book. */
@ApplicationModule(
        id = "identity",
        allowedDependencies = {"database"})
@NullMarked
package io.sampan.people.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
