package io.sampan.simulators.tbk;

/** How a price shown misleads. */
enum Decoy {
    /** It does not. */
    NONE,
    /** The price of something cheap that is listed beside the goods, such as a sample or a price difference. */
    BAIT,
    /** 99999.00: ask the seller. */
    PLACEHOLDER,
    /** 0.01. */
    PENNY,
    /** The deposit of goods sold ahead. */
    DEPOSIT
}
