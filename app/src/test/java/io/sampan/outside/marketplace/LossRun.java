package io.sampan.outside.marketplace;

import io.sampan.outside.marketplace.Field.How;
import io.sampan.outside.marketplace.Relay.Alteration;
import io.sampan.outside.marketplace.Relay.Reply;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What each connector carries of its platform's replies into our format, and what it leaves behind. Nothing is claimed: the simulated marketplace's reply
 * is given to the connector again with one field altered, and what the connector says then is compared with what it said before.
 */
public final class LossRun {
    /** What becomes of a field. */
    public enum Fate {
        /** Another value of it makes another answer of ours. */
        CARRIED,
        /** It decides whether there is an answer, and is not in it. */
        JUDGED,
        /** Whatever it is, and whether it is there, we say the same; so do we of what only stands in for another field that was there. */
        NOT_CARRIED
    }

    /**
     * One field of a platform's replies.
     *
     * @param verb what was asked of the connector
     * @param call the platform's own name of the call
     * @param path names of fields, lists as {@code []}
     * @param type kind of its value in JSON
     */
    public record Loss(
            MarketplaceId marketplace,
            String source,
            Capability verb,
            String call,
            String path,
            Fate fate,
            String type) {
        /** As it is kept. */
        public String row() {
            return String.join(",", marketplace.name(), source, verb.name(), call, path, fate.name(), type);
        }
    }

    /** What the columns are called where the losses are kept. */
    public static final String HEADING = "marketplace,source,verb,call,field,fate,type";

    private record Key(Capability verb, String call, Field field) {}

    /** So many items are looked at, since not every one has every field. */
    private static final int ITEMS = 10;

    private static final String AROUND_THE_NAME = "^/(?:openapi/param2/1/|api/)?|/\\d*$";

    private final Class<?> contract;
    private final Relay relay;
    private final ContractGround ground;
    private final Map<Key, Fate> fates = new LinkedHashMap<>();
    private final Map<Key, String> types = new LinkedHashMap<>();

    private LossRun(Class<?> contract, Relay relay) {
        this.contract = contract;
        this.relay = relay;
        this.ground = SmallWorld.seenThrough(relay::before, () -> ContractRun.ground(contract));
        ground.wakeUp();
    }

    /** All fields of all verbs of all connectors, in the order in which they are kept. */
    public static List<Loss> run() {
        return ContractRun.contracts().stream()
                .flatMap(contract -> {
                    try (var relay = new Relay()) {
                        return new LossRun(contract, relay).losses().stream();
                    }
                })
                .sorted(Comparator.comparing(Loss::row))
                .toList();
    }

    private List<Loss> losses() {
        var page = ground.page();
        look(Capability.SEARCH, connector -> connector.search(ground.query()));
        var declared = connector().capabilities();
        if (declared.contains(Capability.DETAIL)) {
            page.listings().stream()
                    .limit(ITEMS)
                    .forEach(row -> look(
                            Capability.DETAIL,
                            connector -> connector.fetch(row.item().itemId(), "en")));
        }
        if (declared.contains(Capability.PLACE_ORDER)) {
            buy();
        }
        var connector = connector();
        return fates.entrySet().stream()
                .map(one -> new Loss(
                        connector.id(),
                        connector.source(),
                        one.getKey().verb(),
                        one.getKey().call().replaceAll(AROUND_THE_NAME, ""),
                        one.getKey().field().toString(),
                        one.getValue(),
                        types.get(one.getKey())))
                .toList();
    }

    private void buy() {
        relay.passOn();
        var request = ground.request();
        look(Capability.QUOTE, connector -> connector.quote(request));
        look(Capability.PLACE_ORDER, connector -> connector.place(request));
        relay.passOn();
        ground.untilListed();
        var order = ((Placed.Accepted) connector().lookUp(request)).orders().getFirst();
        connector().pay(order);
        ground.stand().world().advanceHours(ContractGround.HOURS_TO_FIRST_SCAN);
        look(Capability.ORDER_DETAIL, connector -> connector.read(order.orderId()));
        look(Capability.TRACE, connector -> connector.trace(order));
    }

    private Connector connector() {
        return ground.stand().connector();
    }

    /** Lets a verb be answered by the marketplace, and then again and again by what it answered, altered field by field. */
    private void look(Capability verb, Function<Connector, Object> asked) {
        relay.passOn();
        asked.apply(asked(verb));
        var fields = fields(relay.kept());
        relay.answerAgain(null);
        var before = asked.apply(asked(verb));
        fields.forEach((one, type) -> {
            var key = new Key(verb, one.call(), one.field());
            types.putIfAbsent(key, type);
            if (fates.get(key) != Fate.CARRIED) {
                fates.merge(key, fate(key, before, asked), (was, is) -> was.compareTo(is) < 0 ? was : is);
            }
        });
    }

    private record Place(String call, Field field) {}

    private static Map<Place, String> fields(List<Reply> replies) {
        var found = new LinkedHashMap<Place, String>();
        replies.forEach(reply -> Field.all(reply.body())
                .forEach((field, type) -> found.putIfAbsent(new Place(reply.call(), field), type)));
        return found;
    }

    private Fate fate(Key place, Object before, Function<Connector, Object> asked) {
        var fate = Fate.NOT_CARRIED;
        for (var how : How.values()) {
            relay.answerAgain(new Alteration(place.call(), place.field(), how));
            var after = asked.apply(asked(place.verb()));
            if (told(after).equals(told(before))) {
                continue;
            }
            if (after.getClass() == before.getClass()) {
                return Fate.CARRIED;
            }
            fate = Fate.JUDGED;
        }
        return fate;
    }

    /** The connector, or one that has heard nothing yet where it remembers what it heard. */
    private Connector asked(Capability verb) {
        if (!ground.remembers(verb)) {
            return connector();
        }
        var fresh = SmallWorld.seenThrough(relay::before, () -> ContractRun.ground(contract));
        fresh.wakeUp();
        return fresh.stand().connector();
    }

    /** An answer without the moment at which it was given. */
    private static String told(Object answer) {
        return answer.toString().replaceAll("seenAt=[^,\\]]*", "");
    }
}
