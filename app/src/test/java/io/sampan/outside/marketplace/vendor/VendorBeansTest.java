package io.sampan.outside.marketplace.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.outside.marketplace.Connector;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.wire.Wire;
import io.sampan.outside.wire.WireOfATest;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** One connector for each marketplace that the settings name, once the account's key is set. */
class VendorBeansTest {
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(VendorSettings.class)
    static class Settings {}

    final ApplicationContextRunner app = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class, VendorOfEach.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(Wire.class, () -> WireOfATest.plain(Clock.systemUTC()));

    @Test
    void isNotThereWithoutAKey() {
        app.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Connector.class));
    }

    @Test
    void isThereOnceForEachMarketplaceUnderOneName() {
        app.withPropertyValues("sampan.vendor.key=k", "sampan.vendor.secret=s", "sampan.vendor.marketplaces=taobao,jd")
                .run(context -> assertThat(
                                context.getBeansOfType(Connector.class).values())
                        .allSatisfy(connector -> assertThat(connector.source()).isEqualTo("vendor"))
                        .extracting(Connector::id)
                        .containsExactlyInAnyOrder(MarketplaceId.TAOBAO, MarketplaceId.JD));
    }

    @Test
    void aMarketplaceThatThereIsNotStopsTheStart() {
        app.withPropertyValues("sampan.vendor.key=k", "sampan.vendor.marketplaces=ebay")
                .run(context -> assertThat(context).hasFailed());
    }
}
