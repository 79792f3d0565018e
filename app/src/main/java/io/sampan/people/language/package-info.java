/** Speaking to people: their language, and numbers, money, dates and names as they write them. No text stands in code or templates. */
@ApplicationModule(
        id = "language",
        allowedDependencies = {"amount"})
@NullMarked
package io.sampan.people.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
