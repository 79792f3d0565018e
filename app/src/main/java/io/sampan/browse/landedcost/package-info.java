/**
 * The price at the door, before paying, with its error bound and its guarantee.
 *
 * <p>Texts that windows give, in every language: {@code landed.part.<kind>} for each {@link LandedQuote.Kind} in lower case with hyphens
 * ({@code goods domestic-freight service-fee international-freight guarantee exchange-spread duty vat clearance insurance payment-cost}), and
 * {@code landed.note.<same>} with one sentence on what the part is; {@code landed.mark.cheapest}, {@code landed.mark.fastest};
 * {@code landed.door} for what is paid at the door; {@code landed.excluded.<reason>} ({@code too-heavy too-long too-bulky refused-goods
 * no-service no-rule-known over-limit no-rate}); {@code line.<line>} ({@code line.express line.economy}); {@code landed.weight.stated} and
 * {@code landed.weight.guessed}; the customs notes {@code customs.note.headings-guessed}, {@code customs.note.unconfirmed},
 * {@code customs.note.eu-per-heading}, {@code customs.note.us-unsettled}, {@code customs.note.ca-province}, {@code customs.note.kr-pccc}.
 */
@ApplicationModule(
        id = "landedcost",
        allowedDependencies = {"amount", "carrier", "customs", "database", "exchange", "marketplace", "rulebook"})
@NullMarked
package io.sampan.browse.landedcost;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
