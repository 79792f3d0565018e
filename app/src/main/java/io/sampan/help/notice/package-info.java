/** Messages to people about what happened to their orders and to what they asked for, each told once. */
@ApplicationModule(
        id = "notice",
        allowedDependencies = {"database", "identity", "ordering", "request", "shipping"})
@NullMarked
package io.sampan.help.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
