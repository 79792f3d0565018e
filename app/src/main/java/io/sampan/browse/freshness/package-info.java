/**
 * Which offer to look at again next, under each source's hourly quota: in any case before it is paid for, soon when its marketplace says that it changed,
 * and else where a look sets right most of the views to come.
 *
 * <p>Nodes count what is looked at ({@code Footfall}), record what looks saw ({@code Refresh}) and hear pushes ({@code Pushes}). One node at a time
 * plans ({@code Planner}): it learns from all that ({@code Learning}, {@code Watchlist}) and spends looks ahead of demand; pages read what it thinks
 * ({@code Outlook}).
 */
@ApplicationModule(
        id = "freshness",
        allowedDependencies = {"database", "marketplace", "catalog"})
@NullMarked
package io.sampan.browse.freshness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
