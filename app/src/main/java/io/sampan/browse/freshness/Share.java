package io.sampan.browse.freshness;

/** A part of a source's hourly quota, kept for something. */
public enum Share {
    PAY,
    CART,
    /** Looks ahead of any page, and before one is shown. */
    PLANNED,
    /** Searches, and items that nobody knows. */
    VISITORS
}
