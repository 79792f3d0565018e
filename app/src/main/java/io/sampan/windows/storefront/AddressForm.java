package io.sampan.windows.storefront;

import io.sampan.people.identity.Address;
import io.sampan.people.identity.Address.Fault;
import io.sampan.people.identity.Address.Part;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An address as it is typed, and what is wrong with it. Personal: its text form shows nothing. */
public record AddressForm(Address address, List<Fault> faults) {
    public AddressForm {
        faults = List.copyOf(faults);
    }

    /** What a form sends; all texts as typed. */
    public record Sent(
            @Nullable String recipient,
            @Nullable String phone,
            @Nullable String street,
            @Nullable String extra,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String region,
            @Nullable String country) {
        Address address() {
            return new Address(
                    text(recipient),
                    text(phone),
                    text(street),
                    text(extra),
                    text(postcode),
                    text(city),
                    text(region),
                    text(country));
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent;
        }

        @Override
        public String toString() {
            return "AddressForm.Sent[...]";
        }
    }

    static AddressForm empty(String country) {
        return new AddressForm(new Address("", "", "", "", "", "", "", country), List.of());
    }

    /** The text key of what is wrong with a part, or empty. */
    public String fault(Part part) {
        return faults.stream()
                .filter(fault -> fault.part() == part)
                .map(fault -> "address.fault."
                        + fault.problem().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return "AddressForm[" + faults + "]";
    }
}
