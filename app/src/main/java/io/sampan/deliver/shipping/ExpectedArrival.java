package io.sampan.deliver.shipping;

import java.time.Instant;

/**
 * When a parcel arrives.
 *
 * @param from when the first, and
 * @param to when the last of four in five parcels of the same line arrive that have been on their way as long as this one; while too few have
 *     arrived to say so, the days that the line promises
 * @param learnt whether it is known from parcels that arrived
 */
public record ExpectedArrival(Instant from, Instant to, boolean learnt) {}
