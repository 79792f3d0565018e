package io.sampan.simulators.jdvop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JD's own numbers for places: province, city, county and, in some counties, town. Source: docs/sources/jdvop.md "Areas". */
final class Areas {
    private static final String FILE = "areas.txt";

    /** A place with its number, and its parent's; 0 above a province. */
    record Place(int code, int parent, String name) {}

    /** A whole address in numbers; town 0 where there is none. */
    record Codes(int province, int city, int county, int town) {

        @Override
        public String toString() {
            return province + "_" + city + "_" + county + "_" + town;
        }
    }

    private final Map<Integer, Place> places = new LinkedHashMap<>();

    Areas() {
        int[] parents = new int[5];
        for (String line : lines()) {
            int level = line.length() - line.stripLeading().length();
            String[] parts = line.strip().split(" ");
            var place = new Place(Integer.parseInt(parts[0]), parents[level], parts[1]);
            places.put(place.code(), place);
            parents[level + 1] = place.code();
        }
    }

    private static List<String> lines() {
        try (InputStream in = Areas.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("No " + FILE + " beside " + Areas.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies in a place; of 0 the provinces. */
    List<Place> in(long parent) {
        return places.values().stream()
                .filter(place -> place.parent() == parent)
                .toList();
    }

    String name(int code) {
        Place place = places.get(code);
        return place == null ? "" : place.name();
    }

    /** Whether each number lies in the one before it, down to the county, and the town if there must be one. */
    boolean exist(Codes codes) {
        boolean town = codes.town() == 0 ? in(codes.county()).isEmpty() : lies(codes.town(), codes.county());
        return lies(codes.province(), 0)
                && lies(codes.city(), codes.province())
                && lies(codes.county(), codes.city())
                && town;
    }

    private boolean lies(int code, int in) {
        Place place = places.get(code);
        return place != null && place.parent() == in;
    }

    /** The numbers of an address as people write it; empty when its county is not found. */
    Optional<Codes> of(String address) {
        for (Place province : in(0)) {
            for (Place city : in(province.code())) {
                Optional<Codes> found = in(city.code()).stream()
                        .filter(county -> address.contains(county.name()))
                        .filter(county -> mentions(address, province) && mentions(address, city))
                        .map(county -> new Codes(province.code(), city.code(), county.code(), town(address, county)))
                        .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** JD writes 浙江 and 杭州市 where people write 浙江省杭州市; 北京 has no name of its own for its city level. */
    private static boolean mentions(String address, Place place) {
        return address.contains(place.name()) || place.name().endsWith("区");
    }

    private int town(String address, Place county) {
        List<Place> towns = in(county.code());
        return towns.stream()
                .filter(town -> address.contains(town.name()))
                .findFirst()
                .or(() -> towns.stream().findFirst())
                .map(Place::code)
                .orElse(0);
    }
}
