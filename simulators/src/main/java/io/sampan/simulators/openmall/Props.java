package io.sampan.simulators.openmall;

import io.sampan.simulators.world.Colour;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.Word;

/** The numbers of properties and their values: {@code pid:vid}. */
final class Props {
    private static final long COLOUR = 1_627_207;
    private static final long SIZE = 20_509;

    private Props() {}

    static long vid(Word value) {
        return Math.abs((long) value.zh().hashCode());
    }

    static String colour(Colour colour) {
        return COLOUR + ":" + vid(colour.name());
    }

    static String size(Word size) {
        return SIZE + ":" + vid(size);
    }

    /** A SKU in words, as trades show it. */
    static String named(Offer.Sku sku) {
        return "颜色分类:" + sku.colour().name().zh() + ";尺码:" + sku.size().zh();
    }
}
