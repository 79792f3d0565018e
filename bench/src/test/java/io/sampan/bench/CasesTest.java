package io.sampan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks of cases tell right from wrong; without that their figures would say nothing. */
class CasesTest {
    @TempDir
    Path folder;

    private Map<String, Object> run(Benchmark benchmark, String json) throws CouldNotMeasure, IOException {
        var file = Files.writeString(folder.resolve("cases.json"), json);
        return benchmark.measure(List.of(file.toString()));
    }

    @Test
    void ourOwnCasesAreAllRight() throws CouldNotMeasure {
        assertThat(new LinksBenchmark().measure(List.of()))
                .containsEntry("precision", 1.0)
                .containsEntry("recall", 1.0)
                .hasEntrySatisfying("cases", cases -> assertThat((int) cases).isGreaterThan(500));
        assertThat(new VectorsBenchmark().measure(List.of())).containsEntry("failed", 0);
        assertThat(new TariffsBenchmark().measure(List.of()))
                .containsEntry("failed", 0)
                .hasEntrySatisfying("cases", cases -> assertThat((int) cases).isGreaterThan(150));
    }

    @Test
    void reckonsByTheRuleThatACaseStates() throws CouldNotMeasure, IOException {
        var figures = run(new TariffsBenchmark(), """
                {"tariff_examples": [
                {"rule": "volumetric kg = L*W*H(cm)/6000, rounded up to 0.5", "in": [30, 50, 61], "out": "15.5"},
                {"rule": "same", "in": [10, 10, 10], "out": "0.5"},
                {"rule": "step tariff: handling 2.00 + 30.00 to 1 kg + 9.50 per 0.5 kg above 1 kg", "in": {"kg": "1.501"}, "out": "51.00"},
                {"rule": "round up to 0.5 kg below 21 kg", "in": {"kg": "21.2"}, "out": "22"},
                {"rule": "round up to 0.5 kg below 21 kg", "in": {"kg": "3.1"}, "out": "3.4"},
                {"rule": "whatever the clerk thinks", "in": {"kg": "3"}, "out": "3"}],
                "duty_examples": [
                {"rule": "BR Remessa Conforme, ICMS 20% por dentro", "in": {"value_usd": "40.00"},
                 "out": {"import_tax": "8.00", "icms": "12.00", "total": "60.00"}},
                {"rule": "EU from 2026-07-01: 3 EUR per distinct HS6 + VAT on the duty (DE 19%)",
                 "in": {"country": "DE", "lines": [{"hs6": "610910", "qty": 1}, {"hs6": "610910", "qty": 9}]},
                 "out": {"duty_eur": "3.00", "vat_on_duty": "0.57", "extra_total": "3.57"}},
                {"rule": "KR above threshold: duty 8% then VAT 10% on (value+duty)", "in": {"value_usd": "200.00"},
                 "out": {"duty": "16.00", "vat": "21.60", "total": "37.61"}}]}""");
        assertThat(figures).containsEntry("cases", 9).containsEntry("failed", 3);
    }

    @Test
    void countsWhatIsWronglyRecognisedAndWhatIsMissed() throws CouldNotMeasure, IOException {
        var figures = run(new LinksBenchmark(), """
                {"url_cases": [
                {"input": "https://item.jd.com/100012043978.html", "expect": {"kind": "item", "marketplace": "jd", "itemId": "100012043978"}},
                {"input": "https://item.jd.com/100012043979.html", "expect": null},
                {"input": "https://item.jd.com/100012043980.html", "expect": {"kind": "item", "marketplace": "jd", "itemId": "100012043980"},
                 "canonical": "https://item.jd.com/1.html"},
                {"input": "https://nobody.test/1", "expect": {"kind": "item", "marketplace": "jd", "itemId": "1"}}
                ]}""");
        assertThat(figures)
                .containsEntry("cases", 4)
                .containsEntry("precision", 0.333333)
                .containsEntry("recall", 0.333333);
    }

    @Test
    void signsFromTheParametersElseFromTheJoinedText() throws CouldNotMeasure, IOException {
        var figures = run(new VectorsBenchmark(), """
                {"vectors": [
                {"id": "params", "algorithm": "JD_SP_MD5", "secret": "secret", "params": {"b": "2", "a": "1", "sign": "x"},
                 "prefix": "", "body": null, "base": "nonsense", "expected": "EF16F26C937CF52AE6F85DF2FD08B24A"},
                {"id": "base", "algorithm": "JD_SP_MD5", "secret": "secret", "base": "a1b2", "expected": "EF16F26C937CF52AE6F85DF2FD08B24A"},
                {"id": "token", "algorithm": "JD_VOP_MD5", "secret": "vopsecret",
                 "base": "vopsecret2026-01-02 03:04:05vopclient测试采购e10adc3949ba59abbe56e057f20f883eaccess_tokenvopsecret",
                 "expected": "459995F16E3C6A200EC076483231532F"},
                {"id": "wrong", "algorithm": "TOP_MD5", "secret": "s", "params": {"a": "1"}, "expected": "0"},
                {"id": "new", "algorithm": "SM3_SOMETHING", "secret": "s", "params": {"a": "1"}, "expected": "0"}
                ]}""");
        assertThat(figures).containsEntry("cases", 4).containsEntry("failed", 1).containsEntry("skipped", 1);
    }

    @Test
    void saysWhatItCannotMeasure() {
        assertThatThrownBy(() -> run(new LinksBenchmark(), "{}")).isInstanceOf(CouldNotMeasure.class);
        assertThatThrownBy(() -> run(new VectorsBenchmark(), "no json")).isInstanceOf(CouldNotMeasure.class);
        assertThatThrownBy(() -> new LinksBenchmark().measure(List.of("/nowhere")))
                .isInstanceOf(CouldNotMeasure.class);
    }
}
