/** Which way to the door a person meets first, and why: learnt from what they chose and from what they say of how urgent things are to them. */
@ApplicationModule(
        id = "shipchoice",
        allowedDependencies = {"amount", "carrier", "database", "exchange", "landedcost", "paychoice", "preference"})
@NullMarked
package io.sampan.buy.shipchoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
