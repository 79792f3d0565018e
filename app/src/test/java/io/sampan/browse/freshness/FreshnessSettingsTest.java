package io.sampan.browse.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FreshnessSettingsTest {
    static FreshnessSettings bound(Map<String, ?> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sampan.freshness", FreshnessSettings.class);
    }

    @Test
    void theShopLooksAsTheBenchmarkDoes() {
        assertThat(bound(Map.of()).watch().tuning()).isEqualTo(Watchlist.Tuning.USUAL);
    }

    @Test
    void theSharesOfASourceAreNeverMoreThanItAllows() {
        for (int hourly : new int[] {0, 1, 7, 99, 100, 3600, 2_000_000_000}) {
            var quota = new FreshnessSettings.Quota(hourly, Map.of(), 10, 20, 30);
            long sum = Arrays.stream(Share.values())
                    .mapToLong(share -> quota.of("any", share))
                    .sum();
            assertThat(sum).isEqualTo(hourly);
            assertThat(Share.values()).allMatch(share -> quota.of("any", share) >= 0);
        }
    }

    @Test
    void aSourceMayHaveItsOwnQuota() {
        var quota =
                bound(Map.of("sampan.freshness.quota.hourly-at.small", "50")).quota();
        assertThat(quota.of("small", Share.PAY)).isEqualTo(5);
        assertThat(quota.of("other", Share.PAY)).isEqualTo(360);
    }

    @Test
    void whatIsKeptCannotBeMoreThanAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FreshnessSettings.Quota(1, Map.of(), 50, 40, 11));
        assertThatIllegalArgumentException().isThrownBy(() -> new FreshnessSettings.Quota(1, Map.of(), -1, 40, 11));
    }

    @Test
    void nothingButPayingMayTouchWhatIsKeptForIt() {
        assertThat(Arrays.stream(Purpose.values()).filter(one -> one.shares().contains(Share.PAY)))
                .containsExactly(Purpose.PAY);
    }
}
