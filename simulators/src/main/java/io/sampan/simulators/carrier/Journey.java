package io.sampan.simulators.carrier;

import io.sampan.simulators.carrier.Scan.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The way from the depot to the door, drawn once per parcel from its own seed. */
final class Journey {
    /** Where a country's parcels land, and its clock. */
    private record Gateway(String city, String zone) {}

    private static final String DEPOT = "Shenzhen";
    private static final Map<String, Gateway> GATEWAYS = Map.ofEntries(
            Map.entry("DE", new Gateway("Frankfurt am Main", "Europe/Berlin")),
            Map.entry("AT", new Gateway("Wien", "Europe/Vienna")),
            Map.entry("CH", new Gateway("Zürich", "Europe/Zurich")),
            Map.entry("FR", new Gateway("Paris CDG", "Europe/Paris")),
            Map.entry("NL", new Gateway("Amsterdam", "Europe/Amsterdam")),
            Map.entry("BE", new Gateway("Liège", "Europe/Brussels")),
            Map.entry("ES", new Gateway("Madrid", "Europe/Madrid")),
            Map.entry("IT", new Gateway("Milano", "Europe/Rome")),
            Map.entry("PL", new Gateway("Warszawa", "Europe/Warsaw")),
            Map.entry("SE", new Gateway("Stockholm", "Europe/Stockholm")),
            Map.entry("GB", new Gateway("London Heathrow", "Europe/London")),
            Map.entry("IE", new Gateway("Dublin", "Europe/Dublin")),
            Map.entry("US", new Gateway("Los Angeles", "America/Los_Angeles")),
            Map.entry("CA", new Gateway("Vancouver", "America/Vancouver")),
            Map.entry("AU", new Gateway("Sydney", "Australia/Sydney")),
            Map.entry("NZ", new Gateway("Auckland", "Pacific/Auckland")),
            Map.entry("JP", new Gateway("Osaka Kansai", "Asia/Tokyo")),
            Map.entry("KR", new Gateway("Incheon", "Asia/Seoul")),
            Map.entry("SG", new Gateway("Singapore", "Asia/Singapore")),
            Map.entry("MY", new Gateway("Kuala Lumpur", "Asia/Kuala_Lumpur")),
            Map.entry("HK", new Gateway("Hong Kong", "Asia/Hong_Kong")),
            Map.entry("TW", new Gateway("Taoyuan", "Asia/Taipei")),
            Map.entry("BR", new Gateway("Curitiba", "America/Sao_Paulo")),
            Map.entry("MX", new Gateway("Ciudad de México", "America/Mexico_City")),
            Map.entry("AE", new Gateway("Dubai", "Asia/Dubai")),
            Map.entry("SA", new Gateway("Riyadh", "Asia/Riyadh")));

    /** One station: how far along the way, in thousandths, and what is said there. */
    private record Station(int thousandths, Code code, String text, boolean abroad) {}

    private static final List<Station> STATIONS = List.of(
            new Station(60, Code.DEPARTED_DEPOT, "Departed from the sorting centre", false),
            new Station(140, Code.EXPORT_CUSTOMS, "Export customs clearance completed", false),
            new Station(230, Code.DEPARTED_ORIGIN, "Flight departed from the country of origin", false),
            new Station(560, Code.ARRIVED_DESTINATION, "Arrived in the destination country", true),
            new Station(610, Code.IMPORT_CUSTOMS, "Handed to import customs", true),
            new Station(760, Code.CUSTOMS_CLEARED, "Import customs clearance completed", true),
            new Station(880, Code.AT_LOCAL_DEPOT, "Arrived at the delivery depot", true));

    private Journey() {}

    /** All scans after the one at hand-over; the last is the delivery, within the line's days of the hand-over. */
    static List<Scan> from(Instant handedOver, Parcel parcel, long seed) {
        var random = new Random(seed ^ parcel.number().hashCode() * 0x9E3779B97F4A7C15L);
        var receiver = parcel.consignment().receiver();
        Gateway gateway = gateway(receiver.country());
        Instant delivered = Transit.delivery(
                parcel.consignment().line(), receiver.country(), ZoneId.of(gateway.zone()), handedOver, random);
        Duration way = Duration.between(handedOver, delivered);
        var scans = new ArrayList<Scan>();
        for (Station station : STATIONS) {
            long wobble = way.toSeconds() * (random.nextInt(41) - 20) / 1_000;
            Instant at = handedOver.plusSeconds(way.toSeconds() * station.thousandths() / 1_000 + wobble);
            boolean last = station.code() == Code.AT_LOCAL_DEPOT;
            String place = !station.abroad() ? DEPOT : last ? receiver.city() : gateway.city();
            scans.add(
                    new Scan(at, station.code(), station.text(), place, station.abroad() ? receiver.country() : "CN"));
        }
        Instant out = delivered.minusSeconds(3_600L * 2 + random.nextInt(3_600));
        scans.add(new Scan(out, Code.OUT_FOR_DELIVERY, "Out for delivery", receiver.city(), receiver.country()));
        scans.add(new Scan(delivered, Code.DELIVERED, "Delivered", receiver.city(), receiver.country()));
        return scans;
    }

    private static Gateway gateway(String country) {
        Gateway known = GATEWAYS.get(country);
        return known != null ? known : new Gateway(Locale.of("", country).getDisplayCountry(Locale.ENGLISH), "UTC");
    }

    static Scan pickedUp(Instant at) {
        return new Scan(at, Code.PICKED_UP, "Parcel received at the depot", DEPOT, "CN");
    }
}
