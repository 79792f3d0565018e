/**
 * Goods by words of any language: an index of the catalogue on each node, kept in memory, rebuilt at start and following the catalogue's list of
 * changes; and the marketplaces' own searches beside it.
 */
@ApplicationModule(
        id = "search",
        allowedDependencies = {"amount", "marketplace", "catalog", "freshness", "picture"})
@NullMarked
package io.sampan.browse.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
