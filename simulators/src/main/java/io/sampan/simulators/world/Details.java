package io.sampan.simulators.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Works out an offer in full from its listing, the time, and what was done to it. */
final class Details {
    private static final int MOST_SKUS = 24;
    private static final Set<String> SAME_THING_ANY_SIZE = Set.of(
            "clothes",
            "kids",
            "babysize",
            "petsize",
            "shoeswomen",
            "shoesmen",
            "shoeskids",
            "shoesbaby",
            "phones",
            "ring",
            "bangle",
            "nail",
            "plug",
            "scent",
            "switches",
            "season",
            "one");

    private final long seed;
    private final Vocabulary vocabulary;
    private final Tides tides;
    private final Function<String, Touch> touches;

    Details(long seed, Vocabulary vocabulary, Tides tides, Function<String, Touch> touches) {
        this.seed = seed;
        this.vocabulary = vocabulary;
        this.tides = tides;
        this.touches = touches;
    }

    Offer offer(Listing listing, Instant at) {
        Dice dice = Dice.of(seed, listing.id(), "details");
        boolean wholesale = listing.marketplace() == Marketplace.ALI1688;
        boolean byQuantity = wholesale && dice.chance(0.35);
        int least = wholesale ? least(dice) : 1;
        Offer.Parcel parcel = parcel(listing.category().goods(), dice);
        List<Offer.Sku> skus = skus(listing, at, parcel, byQuantity);
        List<Offer.Tier> tiers = tiers(skus.getFirst().fen(), least, wholesale);
        return new Offer(
                listing,
                listed(listing, at) ? Offer.Status.ON : Offer.Status.OFF,
                skus,
                tiers,
                byQuantity,
                least,
                parcel,
                stated(parcel.grams(), dice),
                dice.chance(wholesale ? 0.35 : 0.8) ? 0 : 300 + 100L * dice.below(8),
                attributes(listing, dice),
                3 + dice.below(3));
    }

    boolean listed(Listing listing, Instant at) {
        Boolean byHand = touches.apply(listing.key()).listed();
        return byHand != null ? byHand : tides.listed(listing, at);
    }

    /** The price of the first SKU now. */
    long fen(Listing listing, Instant at) {
        double factor = touches.apply(listing.key()).factor();
        return rounded(listing, listing.baseFen() * factor * tides.percent(listing, at) / 100);
    }

    private static int least(Dice dice) {
        double luck = dice.unit();
        if (luck < 0.72) {
            return 1;
        }
        return luck < 0.9 ? 2 : List.of(3, 5, 10, 20).get(dice.below(4));
    }

    private static Offer.Parcel parcel(Category.Goods goods, Dice dice) {
        double spread = Math.exp(0.25 * dice.bell());
        int grams = (int) Math.max(8, Math.round(goods.grams() * spread));
        return new Offer.Parcel(grams, goods.sizeMm().times(Math.cbrt(spread) * Math.exp(0.06 * dice.bell())));
    }

    private static @org.jspecify.annotations.Nullable Integer stated(int grams, Dice dice) {
        double luck = dice.unit();
        if (luck < 0.12) {
            return null;
        }
        if (luck < 0.2) {
            return dice.chance(0.5) ? 1000 : Math.max(10, grams / 2 / 10 * 10);
        }
        return Math.max(10, (grams + 5) / 10 * 10);
    }

    private List<Offer.Sku> skus(Listing listing, Instant at, Offer.Parcel parcel, boolean samePrice) {
        Dice dice = Dice.of(seed, listing.id(), "skus");
        String axis = listing.category().goods().axis();
        List<Word> sizes = some(vocabulary.axis(axis), dice);
        List<Colour> palette = new ArrayList<>(listing.category().family().palette());
        int colours = Math.clamp(1 + dice.below(6), sizes.size() == 1 ? 2 : 1, MOST_SKUS / sizes.size());
        boolean measured = !SAME_THING_ANY_SIZE.contains(axis);
        double tag = tag(listing.marketplace(), dice);
        long first = fen(listing, at);
        List<Offer.Sku> skus = new ArrayList<>();
        for (int c = 0; c < colours; c++) {
            Colour colour = palette.remove(dice.below(palette.size()));
            double dearer = !samePrice && dice.chance(0.12) ? 1.08 : 1;
            for (int s = 0; s < sizes.size(); s++) {
                double growth = !measured ? 1 : 1 + (axis.equals("pack") ? 0.8 : 0.22) * s;
                long fen = rounded(listing, first * (samePrice || c + s == 0 ? 1 : dearer * growth));
                skus.add(sku(listing, at, new Draft(skus.size(), colour, sizes.get(s), fen, tag, (int)
                        (parcel.grams() * growth))));
            }
        }
        return List.copyOf(skus);
    }

    /** How far the price on the tag lies above the price to pay; on Pinduoduo, the price of buying alone. */
    private static double tag(Marketplace marketplace, Dice dice) {
        return switch (marketplace) {
            case ALI1688 -> 1;
            case TAOBAO -> dice.chance(0.6) ? 1.15 + 0.05 * dice.below(8) : 1;
            case JD -> dice.chance(0.4) ? 1.05 + 0.05 * dice.below(5) : 1;
            case PINDUODUO -> 1.08 + 0.04 * dice.below(8);
        };
    }

    private record Draft(int index, Colour colour, Word size, long fen, double tag, int grams) {}

    private Offer.Sku sku(Listing listing, Instant at, Draft draft) {
        long id = listing.marketplace() == Marketplace.JD
                ? JdNumbers.sku(listing.id(), draft.index())
                : 5_000_000_000_000L
                        + Dice.of(seed, listing.id(), "sku ids").below(9_000_000_000L) * 100
                        + draft.index();
        Touch touch = touches.apply(listing.key() + "/" + id);
        Touch whole = touches.apply(listing.key());
        Integer byHand = touch.stock() != null ? touch.stock() : whole.stock();
        int stock = (byHand != null ? byHand : tides.stock(listing, draft.index(), at)) - touch.taken();
        long fen = Math.max(1, Math.round(draft.fen() * touch.factor()));
        return new Offer.Sku(
                id,
                Dice.of(seed, id, "spec").hex(32),
                draft.colour(),
                draft.size(),
                Math.max(fen, rounded(listing, fen * draft.tag())),
                fen,
                Math.max(0, stock),
                draft.grams());
    }

    private static List<Word> some(List<Word> values, Dice dice) {
        if (values.size() <= 2) {
            return values;
        }
        int count = 2 + dice.below(values.size() - 1);
        int from = dice.below(values.size() - count + 1);
        return values.subList(from, from + count);
    }

    private static List<Offer.Tier> tiers(long fen, int least, boolean wholesale) {
        if (!wholesale) {
            return List.of(new Offer.Tier(1, fen));
        }
        return List.of(
                new Offer.Tier(least, fen),
                new Offer.Tier(least * 10 + 10, Math.max(1, Math.round(fen * 0.95))),
                new Offer.Tier(least * 100 + 100, Math.max(1, Math.round(fen * 0.9))));
    }

    private static long rounded(Listing listing, double fen) {
        if (fen < 1000) {
            return Math.max(10, Math.round(fen / 10) * 10);
        }
        return listing.marketplace() == Marketplace.ALI1688
                ? Math.round(fen / 50) * 50
                : Math.round(fen / 100) * 100 - 10;
    }

    private List<Offer.Attribute> attributes(Listing listing, Dice dice) {
        Listing.Facts facts = listing.facts();
        List<Offer.Attribute> list = new ArrayList<>();
        add(list, "品牌", listing.shop().brand());
        add(list, "材质", facts.material());
        add(list, "风格", facts.style());
        add(list, "图案", facts.pattern());
        if (listing.category().family().seasonal()) {
            add(list, "适用季节", facts.season());
        }
        add(list, "适用人群", facts.audience());
        String number = "" + (char) ('A' + dice.below(26)) + (1000 + dice.below(9000));
        add(list, "货号", new Word(number, number));
        add(
                list,
                "功能",
                new Word(
                        facts.features().stream().map(Word::zh).collect(Collectors.joining("，")),
                        facts.features().stream().map(Word::en).collect(Collectors.joining(", "))));
        String year = String.valueOf(facts.year());
        add(list, "上市年份", new Word(year, year));
        return List.copyOf(list);
    }

    private void add(List<Offer.Attribute> list, String zh, Word value) {
        list.add(new Offer.Attribute(1_000 + zh.hashCode() % 900, vocabulary.word("attribute", zh), value));
    }
}
