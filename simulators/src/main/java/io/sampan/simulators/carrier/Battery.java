package io.sampan.simulators.carrier;

/** Batteries in a parcel, as lines ask about them. */
enum Battery {
    NONE,
    BUILT_IN,
    WITH,
    PURE
}
