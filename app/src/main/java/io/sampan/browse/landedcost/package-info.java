/**
 * The price at the door, before paying, with its error bound and its guarantee.
 *
 * <p>Texts that windows give, in every language: {@code part.<kind>} and {@code landed.note.<kind>} for each {@link LandedQuote.Kind},
 * {@code mark.<mark>} for each {@link LandedQuote.Mark}, {@code line.<line>} for each line of the data, {@code landed.excluded.<reason>}
 * for each reason of {@link Excluded}, and {@code customs.note.<note>} for the notes of {@link io.sampan.outside.customs.Assessed.Due}.
 */
@ApplicationModule(
        id = "landedcost",
        allowedDependencies = {
            "amount",
            "carrier",
            "customs",
            "database",
            "exchange",
            "marketplace",
            "rulebook",
            "weight"
        })
@NullMarked
package io.sampan.browse.landedcost;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
