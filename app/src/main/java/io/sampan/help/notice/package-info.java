/** Messages to people about what happened to their orders, each told once. */
@ApplicationModule(
        id = "notice",
        allowedDependencies = {"database", "identity", "ordering"})
@NullMarked
package io.sampan.help.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
