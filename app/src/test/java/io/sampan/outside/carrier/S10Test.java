package io.sampan.outside.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S10Test {
    @ParameterizedTest
    @CsvSource({
        "47312482,9",
        "12345678,5",
        "00000000,5",
        "99999999,5",
        "00000001,4",
        "11112222,9",
        "98765432,6",
        "10000003,4",
        "00000008,0",
        "00000015,5"
    })
    void computesTheCheckDigit(String serial, int digit) {
        assertThat(S10.checkDigit(serial)).isEqualTo(digit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RB123456785GB",
                "RB123456785US",
                "RB123456785CV",
                "RB123456785CF",
                "LZ473124829CN",
                "EA000000080CN",
                "RB000000155CN"
            })
    void takesWhatChecksOut(String number) {
        assertThat(S10.isValid(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RB123456786US", "RB123456785XX", "RB12345678US", "rb123456785us", "LZ473124829CN "})
    void refusesAWrongDigitAnUnknownCountryAndOtherShapes(String number) {
        assertThat(S10.isValid(number)).isFalse();
    }
}
