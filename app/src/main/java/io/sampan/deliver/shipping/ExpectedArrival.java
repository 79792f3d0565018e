package io.sampan.deliver.shipping;

import java.time.Instant;

/**
 * When a parcel arrives, by what parcels of the same line took.
 *
 * @param from when the first, and
 * @param to when the last of four in five parcels arrive that have been on their way as long as this one
 * @param seen how many parcels it is learnt from; for none, it is what the line promises
 */
public record ExpectedArrival(Instant from, Instant to, int seen) {}
