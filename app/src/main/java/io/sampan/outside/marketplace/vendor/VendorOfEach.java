package io.sampan.outside.marketplace.vendor;

import io.sampan.outside.wire.Wire;
import java.time.Clock;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** One connector for each marketplace that is looked at through the vendor. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sampan.vendor.key")
@Import(VendorOfEach.Registrar.class)
class VendorOfEach {
    @Bean
    VendorHttp vendorHttp(VendorSettings settings, Wire wire, Clock clock) {
        return new VendorHttp(settings, VendorShape.in(settings.shape()), wire, clock);
    }

    /** Which they are, the settings say, before there are any beans. */
    static class Registrar implements BeanRegistrar {
        @Override
        public void register(BeanRegistry registry, Environment environment) {
            var settings = Binder.get(environment)
                    .bind("sampan.vendor", VendorSettings.class)
                    .get();
            for (var id : settings.served()) {
                registry.registerBean(
                        "vendor-" + id.slug(),
                        Vendor.class,
                        bean -> bean.supplier(context -> new Vendor(id, context.bean(VendorHttp.class))));
            }
        }
    }
}
