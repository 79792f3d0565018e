package io.sampan.outside.carrier.sampanpost;

import java.util.SortedMap;

/** Opens the carrier's signature, which is 4PX's, to the benchmark of vectors; in its package, since a connector shows nothing. */
public final class SampanPostVector {
    private SampanPostVector() {}

    public static String sign(SortedMap<String, String> query, String body, String secret) {
        return SampanPostSignature.of(query, body, secret);
    }
}
