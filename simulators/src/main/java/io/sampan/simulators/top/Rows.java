package io.sampan.simulators.top;

import java.util.List;

/**
 * A list in a reply. On the wire it is wrapped by its type, {@code "skus":{"top_item_sku_vo":[…]}}, unless the client
 * asked to simplify.
 */
public record Rows(String type, List<?> items) {}
