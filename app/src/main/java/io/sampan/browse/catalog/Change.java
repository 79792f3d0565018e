package io.sampan.browse.catalog;

/**
 * One entry of the catalogue's list of changes: a product has one entry, its latest.
 *
 * @param cursor where to go on reading
 * @param product as it is now; also when it is gone
 */
public record Change(long cursor, Product product) {}
