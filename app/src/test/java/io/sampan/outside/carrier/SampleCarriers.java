package io.sampan.outside.carrier;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The door to these carriers, for tests of rooms behind it. */
public final class SampleCarriers {
    private SampleCarriers() {}

    public static Carriers of(Carrier... carriers) {
        var beans = new StaticListableBeanFactory();
        for (var carrier : carriers) {
            beans.addBean(carrier.name(), carrier);
        }
        return new Carriers(beans.getBeanProvider(Carrier.class));
    }
}
