package io.sampan.outside.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.outside.carrier.TrackingNumbers.Candidate;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

class TrackingNumbersTest {
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");
    private static final TrackingNumbers NUMBERS = SampleLines.numbers();

    @Test
    void knowsEveryNumberOfTheCases() throws IOException {
        int seen = 0;
        try (var file = new ClassPathResource("cases/payment-logistics-vectors.json").getInputStream()) {
            for (var format : JsonMapper.builder()
                    .build()
                    .readTree(file)
                    .path("carrier_check_digits")
                    .path("formats")) {
                var courier = format.path("courier").asString();
                for (var number : format.path("valid")) {
                    assertThat(couriers(number.asString()))
                            .as(number.asString())
                            .contains(courier);
                    seen++;
                }
                var id = format.path("id").asString("");
                for (var number : format.path("invalid")) {
                    assertThat(formats(number.asString())).as(number.asString()).doesNotContain(id);
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void namesAllWhoMayHaveGivenIt() {
        assertThat(couriers("3318810025")).contains("dhl");
        assertThat(couriers("986578788855")).contains("fedex");
        assertThat(NUMBERS.candidates("lz 123456785 cn", NOW))
                .first()
                .isEqualTo(new Candidate("post", "s10", true, Optional.of("CN")));
    }

    @ParameterizedTest
    @CsvSource({"SF1234567890123,sf", "YT1234567890123,yto", "JT1234567890123,jtexpress", "JD0123456789012,jd"})
    void knowsCouriersOfChina(String number, String courier) {
        assertThat(couriers(number)).contains(courier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "LZ123456784CN", "LZ123456785XX", "汉字", "'; drop table parcel; --"})
    void knowsNothingElse(String number) {
        assertThat(NUMBERS.candidates(number, NOW)).isEmpty();
        assertThat(NUMBERS.candidates("1".repeat(100_000), NOW)).isEmpty();
    }

    @Test
    void aCheckDigitThatNobodyKnowsStopsTheStart() {
        assertThatThrownBy(() -> new NumberFormat("(?<SerialNumber>.)(?<CheckDigit>.)", List.of("mod0"), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> couriers(String number) {
        return NUMBERS.candidates(number, NOW).stream().map(Candidate::courier).toList();
    }

    private static List<String> formats(String number) {
        return NUMBERS.candidates(number, NOW).stream().map(Candidate::format).toList();
    }
}
