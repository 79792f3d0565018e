package io.sampan.people.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.people.identity.Address.Fault;
import io.sampan.people.identity.Address.Part;
import io.sampan.people.identity.Address.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "DE,10115,true", "DE,1011,false", "DE,101156,false", "GB,sw1a 1aa,true", "GB,12345,false",
        "US,94103,true", "US,94103-1234,true", "US,9410,false", "NL,1011 ab,true", "NL,0011 AB,false",
        "JP,100-0001,true", "CA,k1a 0b1,true", "NO,0150,true", "NO,!!,false"
    })
    void knowsThePostcodesOfManyCountries(String country, String postcode, boolean fits) {
        var faults = in(country, postcode, "CA").faults();
        assertThat(faults.isEmpty()).as(faults.toString()).isEqualTo(fits);
    }

    @Test
    void asksForNoPostcodeWhereThereIsNone() {
        assertThat(in("HK", "", "").faults()).isEmpty();
    }

    @Test
    void asksForAStateWherePostIsSortedByIt() {
        assertThat(in("US", "94103", "").faults()).containsExactly(new Fault(Part.REGION, Problem.MISSING));
    }

    @Test
    void namesEveryFaultAtOnce() {
        var address = new Address(" ", "call me", "x".repeat(81), "", "10115", "Ber\nlin", "", "XX");
        assertThat(address.faults())
                .containsExactly(
                        new Fault(Part.RECIPIENT, Problem.MISSING),
                        new Fault(Part.PHONE, Problem.MALFORMED),
                        new Fault(Part.STREET, Problem.TOO_LONG),
                        new Fault(Part.CITY, Problem.MALFORMED),
                        new Fault(Part.COUNTRY, Problem.MALFORMED));
    }

    @Test
    void hidesThePersonInItsTextForm() {
        assertThat(in("DE", "10115", "").toString()).isEqualTo("Address[in DE]");
    }

    static Address in(String country, String postcode, String region) {
        return new Address(
                "Mara Beispiel", "+49 30 1234567", "Invalidenstraße 117", "", postcode, "Berlin", region, country);
    }
}
