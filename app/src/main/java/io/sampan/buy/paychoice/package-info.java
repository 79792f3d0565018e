/** Which way to pay a person meets first, and why: what they like, what works now, and what it costs. */
@ApplicationModule(
        id = "paychoice",
        allowedDependencies = {"amount", "database", "gateway", "payment", "preference"})
@NullMarked
package io.sampan.buy.paychoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
