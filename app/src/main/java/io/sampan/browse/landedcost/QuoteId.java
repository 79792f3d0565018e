package io.sampan.browse.landedcost;

import java.util.UUID;

/** One landed quote. */
public record QuoteId(UUID value) {}
