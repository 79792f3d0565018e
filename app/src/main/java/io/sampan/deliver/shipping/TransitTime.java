package io.sampan.deliver.shipping;

import io.sampan.deliver.warehouse.ParcelId;
import io.sampan.outside.carrier.LineId;
import java.time.Duration;
import java.time.Instant;

/**
 * How long one parcel took.
 *
 * @param way which line to which country, and what it promises
 * @param deliveredAt after it was handed over
 */
record TransitTime(ParcelId parcel, Way way, Instant handedOverAt, Instant deliveredAt) {
    TransitTime {
        if (!deliveredAt.isAfter(handedOverAt)) {
            throw new IllegalArgumentException("delivered before it was handed over: " + parcel);
        }
    }

    Duration took() {
        return Duration.between(handedOverAt, deliveredAt);
    }

    /**
     * @param country ISO 3166 code
     * @param leastDays that the line promises, 1 or more
     * @param mostDays at least as many
     */
    record Way(LineId line, String country, int leastDays, int mostDays) {
        Way {
            if (leastDays < 1 || mostDays < leastDays) {
                throw new IllegalArgumentException(line + " takes " + leastDays + " to " + mostDays + " days");
            }
        }

        double middleHours() {
            return 12.0 * (leastDays + mostDays);
        }
    }
}
