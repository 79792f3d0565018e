package io.sampan.windows.console;

import io.sampan.outside.marketplace.MarketplaceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One case of the connectors' contract at one connector, as {@code ./sampan bench connectors keep} saw it end.
 *
 * @param capability a name of {@code Capability}; empty for what holds of every connector
 * @param name the case's, its words joined as in Java
 */
record Proven(MarketplaceId marketplace, String source, String capability, String name, Outcome outcome) {
    private static final String KEPT = "/proof/connectors.csv";
    private static final int COLUMNS = 5;

    enum Outcome {
        PASSED,
        NOT_DECLARED,
        FAILED
    }

    /** Everything that was kept with this version of the app. */
    static List<Proven> kept() {
        try (var file = Objects.requireNonNull(Proven.class.getResourceAsStream(KEPT), KEPT)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Proven::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Proven of(String row) {
        var cells = row.split(",", COLUMNS);
        return new Proven(MarketplaceId.valueOf(cells[0]), cells[1], cells[2], cells[3], Outcome.valueOf(cells[4]));
    }
}
