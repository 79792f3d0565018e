package io.sampan.simulators.seller;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON objects written down in their order, nulls and all. */
public final class Fields {
    private Fields() {}

    /** An object of alternating names and values. */
    public static Map<String, @Nullable Object> of(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }

    /** Fen as a number of yuan: 4540 is 45.4. */
    public static Number yuan(long fen) {
        return fen % 100 == 0 ? (Number) (fen / 100) : (Number) (fen / 100.0);
    }

    /** Fen as yuan with two digits: 4540 is "45.40". */
    public static String yuanText(long fen) {
        return fen / 100 + "." + fen / 10 % 10 + fen % 10;
    }
}
