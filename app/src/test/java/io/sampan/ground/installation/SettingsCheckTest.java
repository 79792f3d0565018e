package io.sampan.ground.installation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mock.env.MockEnvironment;

class SettingsCheckTest {
    final MockEnvironment environment = new MockEnvironment()
            .withProperty("sampan.installation.mode", "production")
            .withProperty("sampan.installation.public-url", "https://shop.example")
            .withProperty("sampan.installation.needed-in-production[0]", "sampan.stripe.secret-key")
            .withProperty("sampan.installation.needed-in-production[1]", "sampan.ali1688.app-key");

    @Test
    void productionNamesEverythingThatIsMissingAtOnce() {
        assertThatThrownBy(() -> SettingsCheck.check(environment))
                .isInstanceOf(MissingSettings.class)
                .hasMessageContaining("SAMPAN_STRIPE_SECRETKEY")
                .hasMessageContaining("SAMPAN_ALI1688_APPKEY");
    }

    @Test
    void productionRefusesAnAddressWithoutTls() {
        environment.setProperty("sampan.installation.public-url", "http://shop.example");
        assertThatThrownBy(() -> SettingsCheck.check(environment)).hasMessageContaining("https");
    }

    @Test
    void productionStartsWhenAllIsThere() {
        environment.setProperty("sampan.stripe.secret-key", "sk_live");
        environment.setProperty("sampan.ali1688.app-key", "1");
        assertThatCode(() -> SettingsCheck.check(environment)).doesNotThrowAnyException();
    }

    @Test
    void theShopAsItIsDeliveredNeedsAWarehouseAndACarrierThatExist() throws IOException {
        var delivered = new YamlPropertySourceLoader()
                .load("delivered", new FileSystemResource("src/main/resources/application.yml"));
        var production = new MockEnvironment().withProperty("SAMPAN_MODE", "production");
        delivered.forEach(production.getPropertySources()::addLast);
        assertThatThrownBy(() -> SettingsCheck.check(production))
                .isInstanceOf(MissingSettings.class)
                .hasMessageContaining("SAMPAN_PROCUREMENT_WAREHOUSE_NAME")
                .hasMessageContaining("SAMPAN_PROCUREMENT_WAREHOUSE_STREET")
                .hasMessageContaining("SAMPAN_SAMPANPOST_APPKEY")
                .hasMessageContaining("SAMPAN_SAMPANPOST_GATEWAY");
    }

    @Test
    void aDemoNeedsNothing() {
        environment.setProperty("sampan.installation.mode", "demo");
        assertThatCode(() -> SettingsCheck.check(environment)).doesNotThrowAnyException();
    }
}
