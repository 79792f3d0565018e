package io.sampan.deliver.haul;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person wants brought to one door.
 *
 * @param items 1 to {@value #MOST_ITEMS}
 * @param country ISO 3166 code
 * @param region where rules differ within the country; null when unknown
 * @param mostDays the longest that a parcel may be on its way, in days; slower lines are not looked at
 * @param at the moment whose tariffs and import rules count
 */
public record Haul(
        List<HaulItem> items, String country, @Nullable String region, int mostDays, Instant at) {
    public static final int MOST_ITEMS = 60;
    /** For who has time. */
    public static final int ANY_DAYS = 365;

    public Haul {
        items = List.copyOf(items);
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            throw new IllegalArgumentException("A haul of " + items.size() + " things");
        }
    }
}
