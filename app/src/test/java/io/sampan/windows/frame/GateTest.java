package io.sampan.windows.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    @ParameterizedTest
    @CsvSource({
        "/,EVERYBODY",
        "/search,EVERYBODY",
        "/p/1688/620201390233,EVERYBODY",
        "/pirate,NOBODY",
        "/hooks/stripe,EVERYBODY",
        "/orders,SIGNED_IN",
        "/orders/SP-7F3K2Q,SIGNED_IN",
        "/account/addresses,SIGNED_IN",
        "/orders2,NOBODY",
        "/console,OPERATORS",
        "/console/orders/1,OPERATORS",
        "/consolex,NOBODY",
        "/actuator,NOBODY",
        "/actuator/health,EVERYBODY",
        "/actuator/env,NOBODY",
        "/p/../console,NOBODY",
        "/p//console,NOBODY",
        "/p/;x/console,NOBODY",
        "/p\\..\\console,NOBODY"
    })
    void opensOnlyWhatIsWrittenDown(String path, Gate.Audience audience) {
        assertThat(Gate.of(path)).isEqualTo(audience);
    }

    @ParameterizedTest
    @CsvSource({
        "/orders/1,/orders/1",
        "/search?q=a%20b,/search?q=a%20b",
        "//evil.example,/",
        "/\\evil.example,/",
        "https://evil.example,/",
        "javascript:alert(1),/",
        "'/a b',/",
        "'',/"
    })
    void goesOnOnlyToPathsOfThisShop(String wanted, String goes) {
        assertThat(LocalPath.of(wanted, "/")).isEqualTo(goes);
    }
}
