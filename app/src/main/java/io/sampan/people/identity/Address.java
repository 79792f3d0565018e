package io.sampan.people.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a parcel goes. Personal: its text form shows the country only. All parts are trimmed text, empty where there is none.
 *
 * @param recipient full name as on the doorbell
 * @param phone international or local; carriers ask for it
 * @param street with house number
 * @param extra flat, floor, company; may be empty
 * @param postcode empty in countries without postcodes
 * @param region state or province; needed where post is sorted by it
 * @param country ISO 3166 alpha-2 code in capitals
 */
public record Address(
        String recipient,
        String phone,
        String street,
        String extra,
        String postcode,
        String city,
        String region,
        String country) {

    /** Most characters of any part; carriers' labels hold no more. */
    public static final int LONGEST_PART = 80;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{4,24}");

    /** Postcodes that we know the shape of. Source: Universal Postal Union, addressing sheets of each country. */
    private static final Map<String, Pattern> POSTCODES = Map.ofEntries(
            Map.entry("AT", Pattern.compile("[1-9]\\d{3}")),
            Map.entry("AU", Pattern.compile("\\d{4}")),
            Map.entry("BE", Pattern.compile("[1-9]\\d{3}")),
            Map.entry("CA", Pattern.compile("[A-Z]\\d[A-Z] ?\\d[A-Z]\\d")),
            Map.entry("CH", Pattern.compile("[1-9]\\d{3}")),
            Map.entry("DE", Pattern.compile("\\d{5}")),
            Map.entry("DK", Pattern.compile("\\d{4}")),
            Map.entry("ES", Pattern.compile("\\d{5}")),
            Map.entry("FR", Pattern.compile("\\d{5}")),
            Map.entry("GB", Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}")),
            Map.entry("IT", Pattern.compile("\\d{5}")),
            Map.entry("JP", Pattern.compile("\\d{3}-?\\d{4}")),
            Map.entry("NL", Pattern.compile("[1-9]\\d{3} ?[A-Z]{2}")),
            Map.entry("PL", Pattern.compile("\\d{2}-\\d{3}")),
            Map.entry("PT", Pattern.compile("\\d{4}-\\d{3}")),
            Map.entry("SE", Pattern.compile("\\d{3} ?\\d{2}")),
            Map.entry("SG", Pattern.compile("\\d{6}")),
            Map.entry("US", Pattern.compile("\\d{5}(-\\d{4})?")));

    private static final Set<String> NO_POSTCODES = Set.of("AE", "HK", "MO", "QA", "AG", "BS", "GH", "UG", "ZW");
    private static final Set<String> SORTED_BY_REGION = Set.of("AU", "BR", "CA", "CN", "IN", "MX", "US");

    public Address {
        recipient = recipient.strip();
        phone = phone.strip();
        street = street.strip();
        extra = extra.strip();
        postcode = postcode.strip().toUpperCase(Locale.ROOT);
        city = city.strip();
        region = region.strip();
        country = country.strip().toUpperCase(Locale.ROOT);
    }

    /** A part of an address, in the order in which forms ask for it. */
    public enum Part {
        RECIPIENT,
        PHONE,
        STREET,
        EXTRA,
        POSTCODE,
        CITY,
        REGION,
        COUNTRY
    }

    public enum Problem {
        MISSING,
        TOO_LONG,
        MALFORMED
    }

    /** Why a carrier would not take this address. */
    public record Fault(Part part, Problem problem) {}

    /** All that is wrong with this address, at most one fault for a part; empty when a parcel can go there. */
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        check(faults, Part.RECIPIENT, recipient, true, true);
        check(faults, Part.PHONE, phone, true, PHONE.matcher(phone).matches());
        check(faults, Part.STREET, street, true, true);
        check(faults, Part.EXTRA, extra, false, true);
        check(faults, Part.POSTCODE, postcode, needsPostcode(), postcodeFits());
        check(faults, Part.CITY, city, true, true);
        check(faults, Part.REGION, region, SORTED_BY_REGION.contains(country), true);
        check(faults, Part.COUNTRY, country, true, COUNTRIES.contains(country));
        return List.copyOf(faults);
    }

    private boolean needsPostcode() {
        return !NO_POSTCODES.contains(country);
    }

    private boolean postcodeFits() {
        var shape = POSTCODES.get(country);
        return shape == null
                ? postcode.matches("[A-Z0-9 -]{2,12}")
                : shape.matcher(postcode).matches();
    }

    private static void check(List<Fault> faults, Part part, String text, boolean needed, boolean fits) {
        if (text.isEmpty()) {
            if (needed) {
                faults.add(new Fault(part, Problem.MISSING));
            }
        } else if (text.length() > LONGEST_PART) {
            faults.add(new Fault(part, Problem.TOO_LONG));
        } else if (!fits || text.chars().anyMatch(Character::isISOControl)) {
            faults.add(new Fault(part, Problem.MALFORMED));
        }
    }

    @Override
    public String toString() {
        return "Address[in " + country + "]";
    }
}
