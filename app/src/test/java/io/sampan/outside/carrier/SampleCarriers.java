package io.sampan.outside.carrier;

import java.util.List;

/** The door to these carriers, for tests of rooms behind it. */
public final class SampleCarriers {
    private SampleCarriers() {}

    public static Carriers of(Carrier... carriers) {
        return new Carriers(List.of(carriers));
    }
}
