package io.sampan.outside.carrier.track17;

import java.nio.charset.StandardCharsets;

/** Opens 17TRACK's signature to the benchmark of vectors; in the connector's package, since a connector shows nothing. */
public final class Track17Vector {
    private Track17Vector() {}

    /** Whether the hook takes this signature, and none of a body with a space more. */
    public static boolean holds(String key, String body, String sign) {
        return Track17Hook.matches(sign, body.getBytes(StandardCharsets.UTF_8), key)
                && !Track17Hook.matches(sign, (body + " ").getBytes(StandardCharsets.UTF_8), key);
    }
}
