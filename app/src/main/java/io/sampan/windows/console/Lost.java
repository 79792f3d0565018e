package io.sampan.windows.console;

import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.MarketplaceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What becomes of one field of a platform's replies at one connector, as {@code ./sampan bench connectors keep} found it.
 *
 * @param verb what was asked of the connector
 * @param call the platform's own name of the call
 * @param field its name after those that it lies in
 */
record Lost(MarketplaceId marketplace, String source, Capability verb, String call, String field, Fate fate) {
    private static final String KEPT = "/proof/losses.csv";
    private static final int COLUMNS = 7;

    enum Fate {
        CARRIED,
        JUDGED,
        NOT_CARRIED
    }

    /** Everything that was kept with this version of the app. */
    static List<Lost> kept() {
        try (var file = Objects.requireNonNull(Lost.class.getResourceAsStream(KEPT), KEPT)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Lost::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Lost of(String row) {
        var cells = row.split(",", COLUMNS);
        return new Lost(
                MarketplaceId.valueOf(cells[0]),
                cells[1],
                Capability.valueOf(cells[2]),
                cells[3],
                cells[4],
                Fate.valueOf(cells[5]));
    }
}
