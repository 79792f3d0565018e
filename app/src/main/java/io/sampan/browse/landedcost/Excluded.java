package io.sampan.browse.landedcost;

import io.sampan.outside.carrier.LineId;

/**
 * A line that does not carry a basket.
 *
 * @param reason the end of the text key {@code landed.excluded.<reason>}
 * @param limit the most that the line takes, in grams or millimetres; 0 where no figure applies
 */
public record Excluded(LineId line, String reason, int limit) {}
