package io.sampan.bench.guarantee;

import io.sampan.browse.landedcost.Basket;
import io.sampan.browse.landedcost.BasketLine;
import io.sampan.browse.landedcost.Destination;
import io.sampan.browse.landedcost.LandedCosts;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.browse.landedcost.Samples;
import io.sampan.browse.weight.SampleWeights;
import io.sampan.browse.weight.Weighed;
import io.sampan.browse.weight.Weights;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.Freight;
import io.sampan.outside.carrier.Line;
import io.sampan.outside.carrier.Lines;
import io.sampan.outside.carrier.ParcelSize;
import io.sampan.outside.carrier.SampleLines;
import io.sampan.outside.marketplace.Offer.SizeMm;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** A shop that learns from the scales, then sells guaranteed prices for parcels of which it has weighed none. */
public final class GuaranteeRun {
    private static final Instant AT = Instant.parse("2026-11-28T00:00:00Z");
    private static final List<String> COUNTRIES = List.of("DE", "FR", "NL", "GB", "US", "AU", "NO", "CH", "JP");
    private static final int SHOPS = 120;
    private static final int ITEMS_OF_EACH = 12;
    private static final int MOST_LINES = 6;
    private static final int MOST_PIECES = 3;

    private final Random random;
    private final HiddenGoods hidden;
    private final Weights weights;
    private final LandedCosts shop;
    private final LandedCosts today;
    private final Lines lines = SampleLines.shipped();

    public GuaranteeRun(long seed) {
        this.random = new Random(seed);
        this.hidden = new HiddenGoods(random, SHOPS, ITEMS_OF_EACH);
        var clock = Clock.fixed(AT, ZoneOffset.UTC);
        this.weights = SampleWeights.nothingWeighed(clock);
        this.shop = Samples.with(weights, clock);
        this.today = Samples.with(SampleWeights.nothingWeighed(clock), clock);
    }

    /**
     * What became of the parcels.
     *
     * @param pieces errors of single pieces' likely weights, as shares
     * @param piecesHeld how many of them lay within their interval
     * @param parcelsHeld how many parcels lay within theirs
     * @param premiums CNY fen; {@code losses} and {@code gains} of lighter parcels likewise
     * @param asked how many parcels could not go as sold, so that the shopper would have to be asked
     * @param askedToday how many would get a second bill where the estimate is no promise
     */
    public record Outcome(
            List<Double> pieces,
            int piecesHeld,
            int parcels,
            int parcelsHeld,
            long freight,
            long premiums,
            long losses,
            long gains,
            int asked,
            int askedToday) {}

    /** @param stockIns so many lines are weighed and learnt from; then no more is learnt */
    public Outcome measure(int stockIns, int parcels) {
        for (int i = 0; i < stockIns; i++) {
            var item = hidden.wanted();
            int count = 1 + random.nextInt(MOST_PIECES);
            SampleWeights.learn(weights, weighed(item, count));
        }
        var tally = new Tally();
        for (int i = 0; i < parcels; i++) {
            sell(tally);
        }
        return tally.outcome();
    }

    private Weighed weighed(HiddenGoods.Item item, int count) {
        var piece = item.piece(random);
        var side = piece.size();
        var together = new SizeMm(side.length(), side.width(), side.height() * count);
        return new Weighed(
                new UUID(random.nextLong(), random.nextLong()),
                item.goods(),
                count,
                piece.grams() * count,
                together,
                AT);
    }

    private void sell(Tally tally) {
        var items = new ArrayList<HiddenGoods.Item>();
        var ordered = new ArrayList<BasketLine>();
        int count = 1 + random.nextInt(MOST_LINES);
        for (int i = 0; i < count; i++) {
            var item = hidden.wanted();
            items.add(item);
            ordered.add(line(item, 1 + random.nextInt(MOST_PIECES)));
        }
        var basket = new Basket(ordered);
        var destination = Destination.country(COUNTRIES.get(random.nextInt(COUNTRIES.size())));
        var quotes = shop.estimate(basket, destination, Money.CNY);
        if (quotes.isEmpty()) {
            return;
        }
        var quote = quotes.get(random.nextInt(quotes.size()));
        double grams = 0;
        double mm3 = 0;
        int longest = 1;
        for (int i = 0; i < count; i++) {
            var piece = items.get(i).piece(random);
            var expected = quote.weight().pieces().get(i).grams();
            tally.piece(piece.grams(), expected.low(), expected.likely(), expected.high());
            grams += piece.grams() * (double) ordered.get(i).quantity();
            mm3 += piece.mm3() * ordered.get(i).quantity();
            longest = Math.max(longest, piece.size().length());
        }
        var parcel = packed(grams, mm3, longest);
        tally.parcel(parcel.grams(), quote.weight());
        settle(tally, quote, parcel, basket);
    }

    private void settle(Tally tally, LandedQuote quote, ParcelSize parcel, Basket basket) {
        var line = lines.find(quote.line(), quote.destination().country(), AT).orElseThrow();
        long quoted = original(quote, LandedQuote.Kind.INTERNATIONAL_FREIGHT);
        long premium = original(quote, LandedQuote.Kind.GUARANTEE);
        switch (line.price(parcel, Set.of())) {
            case Freight.Priced real -> tally.sent(quoted, real.amount().minor(), premium);
            case Freight.NotPossible _ -> tally.refused(quoted, cheapest(quote, parcel), premium);
        }
        today.estimate(basket, quote.destination(), Money.CNY).stream()
                .filter(one -> one.line().equals(quote.line()))
                .findFirst()
                .ifPresentOrElse(
                        one -> tally.today(original(one, LandedQuote.Kind.INTERNATIONAL_FREIGHT), line, parcel),
                        () -> tally.askedToday++);
    }

    /** What else would take it; where nothing does, twice the quoted freight. */
    private long cheapest(LandedQuote quote, ParcelSize parcel) {
        return lines.to(quote.destination().country(), AT).stream()
                .map(line -> line.price(parcel, Set.of()))
                .filter(Freight.Priced.class::isInstance)
                .mapToLong(freight -> ((Freight.Priced) freight).amount().minor())
                .min()
                .orElse(2 * original(quote, LandedQuote.Kind.INTERNATIONAL_FREIGHT));
    }

    private static BasketLine line(HiddenGoods.Item item, int quantity) {
        var goods = item.goods();
        return new BasketLine(
                goods.item(),
                "1",
                quantity,
                Money.fen(4_900),
                goods.shop(),
                goods.category(),
                goods.statedGrams(),
                goods.statedSize(),
                null,
                Set.of());
    }

    /** The hall's packing differs from parcel to parcel. */
    private ParcelSize packed(double grams, double mm3, int longest) {
        double weight = grams * (1.05 + 0.06 * random.nextDouble()) + 90 + 60 * random.nextDouble();
        double volume = mm3 * (1.03 + 0.1 * random.nextDouble());
        double length = Math.max(longest, Math.cbrt(volume));
        int side = (int) Math.ceil(Math.sqrt(volume / length));
        return new ParcelSize((int) Math.ceil(weight), (int) Math.ceil(length), side, side);
    }

    private static long original(LandedQuote quote, LandedQuote.Kind kind) {
        return quote.part(kind).minor();
    }

    private static final class Tally {
        final List<Double> pieces = new ArrayList<>();
        int piecesHeld;
        int parcels;
        int parcelsHeld;
        long freight;
        long premiums;
        long losses;
        long gains;
        int asked;
        int askedToday;

        void piece(int grams, long low, long likely, long high) {
            pieces.add(Math.abs(grams - likely) / (double) grams);
            piecesHeld += grams >= low && grams <= high ? 1 : 0;
        }

        void parcel(int grams, LandedQuote.Weight weight) {
            parcels++;
            parcelsHeld += grams >= weight.lowGrams() && grams <= weight.highGrams() ? 1 : 0;
        }

        void sent(long quoted, long real, long premium) {
            freight += quoted;
            premiums += premium;
            losses += Math.max(0, real - quoted);
            gains += Math.max(0, quoted - real);
        }

        void refused(long quoted, long real, long premium) {
            asked++;
            sent(quoted, real, premium);
        }

        void today(long estimated, Line line, ParcelSize parcel) {
            boolean isMore = !(line.price(parcel, Set.of()) instanceof Freight.Priced real)
                    || real.amount().minor() > estimated;
            askedToday += isMore ? 1 : 0;
        }

        Outcome outcome() {
            return new Outcome(
                    pieces, piecesHeld, parcels, parcelsHeld, freight, premiums, losses, gains, asked, askedToday);
        }
    }
}
