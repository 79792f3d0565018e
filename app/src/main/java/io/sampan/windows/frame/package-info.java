/** What every page of every window stands in: who is looking, in which language, security, layout, static files, and pages for errors. */
@ApplicationModule(
        id = "frame",
        allowedDependencies = {"amount", "identity", "language", "installation"})
@NullMarked
package io.sampan.windows.frame;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
