package io.sampan.simulators.world;

import org.jspecify.annotations.Nullable;

/**
 * What was done to an offer, or to one SKU of it, by hand or by buying; it lies over what the world would do by itself.
 *
 * @param key    {@code marketplace/offer} or {@code marketplace/offer/sku}
 * @param factor all prices times this; 1 for untouched
 * @param stock  pieces on hand from now on, before what was taken; null for untouched
 * @param listed whether it is listed; null for untouched
 * @param taken  pieces bought since
 */
record Touch(
        String key,
        double factor,
        @Nullable Integer stock,
        @Nullable Boolean listed,
        int taken) {

    static Touch none(String key) {
        return new Touch(key, 1, null, null, 0);
    }

    Touch withFactor(double more) {
        return new Touch(key, factor * more, stock, listed, taken);
    }

    Touch withStock(int pieces) {
        return new Touch(key, factor, pieces, listed, 0);
    }

    Touch withListed(boolean now) {
        return new Touch(key, factor, stock, now, taken);
    }

    Touch withTaken(int more) {
        return new Touch(key, factor, stock, listed, taken + more);
    }
}
