/** What people like is learnt from what they choose, by one model for every choice: from everyone, then from each person, and always with how sure it is. */
@ApplicationModule(
        id = "preference",
        allowedDependencies = {})
@NullMarked
package io.sampan.people.preference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
