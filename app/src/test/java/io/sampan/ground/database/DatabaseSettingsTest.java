package io.sampan.ground.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {
    @Test
    void showsNoPasswordWhenPrinted() {
        var settings = new DatabaseSettings(
                "jdbc:postgresql://db/sampan?password=SECRET",
                "app",
                "SECRET",
                "owner",
                "SECRET",
                Path.of("data"),
                "sampan",
                4,
                Duration.ofSeconds(5));
        assertThat(settings.toString()).doesNotContain("SECRET").contains("app");
    }
}
