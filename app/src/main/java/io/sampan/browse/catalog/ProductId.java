package io.sampan.browse.catalog;

import java.util.UUID;

/** Our own id of a product, made when its first offer was seen. */
public record ProductId(UUID value) {}
