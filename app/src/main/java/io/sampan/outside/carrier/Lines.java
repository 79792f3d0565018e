package io.sampan.outside.carrier;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.sampan.ground.rulebook.Rule;
import io.sampan.ground.rulebook.Rulebook;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The lines that carry from the warehouse to a country, as dated data. Source: {@code docs/sources/carrier.md}. */
@Component
public final class Lines {
    private static final int MOST_DAYS_KEPT = 2_000;

    private final Rulebook lines;
    private final Rulebook zones;
    private final LoadingCache<Question, List<Line>> known;

    Lines(CarrierSettings settings) throws IOException {
        try (var lineFile = settings.lines().getInputStream();
                var zoneFile = settings.zones().getInputStream()) {
            this.lines = Rulebook.read("lines.csv", lineFile);
            this.zones = Rulebook.read("zones.csv", zoneFile);
        }
        this.known = Caffeine.newBuilder().maximumSize(MOST_DAYS_KEPT).build(this::find);
        readAll();
    }

    private record Question(String country, LocalDate day) {}

    /** The lines to a country by the rules of that moment, in the order of the data; none for a country that is not served. */
    public List<Line> to(String country, Instant at) {
        return known.get(new Question(country, LocalDate.ofInstant(at, ZoneOffset.UTC)));
    }

    /** One line to a country by the rules of that moment. */
    public Optional<Line> find(LineId id, String country, Instant at) {
        return to(country, at).stream().filter(line -> line.id().equals(id)).findFirst();
    }

    private List<Line> find(Question question) {
        var moment = question.day().atStartOfDay(ZoneOffset.UTC).toInstant();
        Map<String, Rule> byName = lines.at(moment).stream().collect(Collectors.toMap(Rule::name, Function.identity()));
        return zones.at(moment).stream()
                .filter(zone -> zone.words("countries").contains(question.country()))
                .flatMap(zone ->
                        Optional.ofNullable(byName.get(zone.text("line"))).map(line -> new Line(line, zone)).stream())
                .toList();
    }

    /** A malformed row stops the start, not the first shopper who meets it. */
    private void readAll() {
        for (var zone : zones.all()) {
            var line = lines.all().stream()
                    .filter(rule -> rule.name().equals(zone.text("line")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No line for zone " + zone.name()));
            var read = new Line(line, zone);
            if (read.minDays() > read.maxDays()) {
                throw new IllegalArgumentException("Zone " + zone.name() + " ends before it begins");
            }
        }
    }
}
