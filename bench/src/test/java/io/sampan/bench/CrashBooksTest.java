package io.sampan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CrashBooksTest {
    private static final Map<String, String> OURS = Map.of("parcel-1", "S-1", "parcel-2", "S-2", "parcel-2b", "S-2");

    @ParameterizedTest
    @CsvSource({
        "parcel-1 parcel-2, 0",
        "parcel-1 parcel-2 parcel-2b, 1",
        "parcel-2 parcel-2b, 1",
        "parcel-1 parcel-9, 1",
        "parcel-2 parcel-2b/CANCELLED, 0",
    })
    void countsAShipmentOfTheSameOrderTwiceEvenWhenAnotherIsMissing(String shipments, int tooMany) {
        var books = JsonMapper.builder().build().createArrayNode();
        for (var shipment : shipments.split(" ")) {
            var parts = (shipment + "/CREATED").split("/");
            books.addObject().put("ref_no", parts[0]).put("status", parts[1]);
        }
        assertThat(CrashBooks.shipmentsTooMany(books, OURS)).isEqualTo(tooMany);
    }
}
