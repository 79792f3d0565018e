package io.sampan.buy.shipchoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.buy.shipchoice.ShipRanking.Mark;
import io.sampan.buy.shipchoice.ShipRanking.Shown;
import io.sampan.buy.shipchoice.ShipRanking.Why;
import io.sampan.outside.carrier.LineId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShipChooserTest {
    private static final ShipOption EXPRESS = option("express", 52_000, 5, 9, true);
    private static final ShipOption DIRECT = option("direct", 44_000, 9, 14, true);
    private static final ShipOption SEA = option("sea", 40_000, 35, 60, true);
    /** Dearer and slower than direct, and something is asked at the door. */
    private static final ShipOption POST = option("post", 45_000, 10, 30, false);

    private static final List<ShipOption> ALL = List.of(POST, SEA, EXPRESS, DIRECT);

    private final ShipChooser chooser = new ShipChooser();

    @Test
    void hidesNothingAndPutsLastWhatIsBeaten() {
        var ranking = chooser.rank(ALL, "DE", Shipper.UNKNOWN);
        assertThat(ranking.options()).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(ranking.options().getLast()).isEqualTo(POST);
        assertThat(ranking.shown().getLast().why()).isEqualTo(Why.BEATEN);
        assertThat(ranking.shown().stream().mapToDouble(Shown::chance).sum()).isBetween(0.999, 1.001);
    }

    @Test
    void saysWhatIsCheapestAndFastestAndBestValue() {
        var ranking = chooser.rank(ALL, "DE", Shipper.UNKNOWN);
        assertThat(row(ranking, SEA).marks()).contains(Mark.CHEAPEST).doesNotContain(Mark.FASTEST);
        assertThat(row(ranking, EXPRESS).marks()).contains(Mark.FASTEST);
        assertThat(ranking.shown().getFirst().marks()).contains(Mark.BEST_VALUE);
        assertThat(ranking.shown().getFirst().why()).isEqualTo(Why.USUAL_HERE);
        assertThat(chooser.rank(List.of(SEA, EXPRESS), "DE", Shipper.UNKNOWN).shown())
                .noneMatch(row -> row.marks().contains(Mark.BEST_VALUE));
    }

    @Test
    void theirOwnWordMovesTheOrder() {
        var urgent = chooser.said(Pace.URGENT, "DE", Shipper.UNKNOWN);
        var first = chooser.rank(ALL, "DE", urgent).shown().getFirst();
        assertThat(first.option()).isEqualTo(EXPRESS);
        assertThat(first.why()).isEqualTo(Why.SAID_URGENT);
        var thrifty = chooser.said(Pace.THRIFTY, "DE", urgent);
        assertThat(row(chooser.rank(ALL, "DE", thrifty), SEA).chance())
                .isGreaterThan(row(chooser.rank(ALL, "DE", urgent), SEA).chance());
        var back = chooser.said(Pace.BALANCED, "DE", thrifty);
        assertThat(chooser.rank(ALL, "DE", back).options())
                .isEqualTo(chooser.rank(ALL, "DE", Shipper.UNKNOWN).options());
    }

    @Test
    void choicesOutweighTheWord() {
        var shipper = chooser.said(Pace.URGENT, "DE", Shipper.UNKNOWN);
        for (int order = 0; order < 6; order++) {
            shipper = chooser.chose(ALL, SEA.line(), "DE", shipper);
        }
        var first = chooser.rank(ALL, "DE", shipper).shown().getFirst();
        assertThat(first.option()).isEqualTo(SEA);
        assertThat(first.why()).isEqualTo(Why.LAST_TIME);
    }

    @Test
    void whatTheyLikeHoldsForLinesThatTheyNeverUsed() {
        var shipper = Shipper.UNKNOWN;
        for (int order = 0; order < 6; order++) {
            shipper = chooser.chose(List.of(EXPRESS, DIRECT, SEA), EXPRESS.line(), "FR", shipper);
        }
        var courier = option("courier", 60_000, 3, 5, true);
        var slow = option("slow", 47_000, 12, 25, true);
        var first = chooser.rank(List.of(slow, courier), "FR", shipper).shown().getFirst();
        assertThat(first.option()).isEqualTo(courier);
        assertThat(first.why()).isEqualTo(Why.LIKE_BEFORE);
    }

    @Test
    void somebodyNewBeginsAsTheirCountryIs() {
        for (int person = 0; person < 60; person++) {
            var hasty = Shipper.UNKNOWN;
            var patient = Shipper.UNKNOWN;
            for (int order = 0; order < 3; order++) {
                hasty = chooser.chose(ALL, EXPRESS.line(), "US", hasty);
                patient = chooser.chose(ALL, SEA.line(), "PL", patient);
            }
        }
        assertThat(chooser.rank(ALL, "US", Shipper.UNKNOWN).options().getFirst())
                .isEqualTo(EXPRESS);
        assertThat(chooser.rank(ALL, "PL", Shipper.UNKNOWN).options().getFirst())
                .isEqualTo(SEA);
    }

    @Test
    void aLineThatWasNotShownTeachesNothing() {
        assertThat(chooser.chose(ALL, new LineId("rocket"), "DE", Shipper.UNKNOWN))
                .isEqualTo(Shipper.UNKNOWN);
        var only = chooser.chose(List.of(SEA), SEA.line(), "DE", Shipper.UNKNOWN);
        assertThat(only.tastes()).isNull();
        assertThat(only.last()).isEqualTo(SEA.line());
        assertThatThrownBy(() -> option("back", 1, 9, 5, true)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Shown row(ShipRanking ranking, ShipOption option) {
        return ranking.shown().stream()
                .filter(row -> row.option().equals(option))
                .findFirst()
                .orElseThrow();
    }

    private static ShipOption option(String line, long fen, int least, int most, boolean prepaid) {
        return new ShipOption(new LineId(line), fen, least, most, prepaid);
    }
}
