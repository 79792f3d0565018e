package io.sampan.outside.marketplace;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Which of several connectors to one marketplace comes first: those that the operator names, in that order; then who can buy, who knows the
 * stock, who shows items in full, and who can do most.
 *
 * @param named names of connectors
 */
record Preference(List<String> named) {
    private static final List<Capability> WEIGHTY =
            List.of(Capability.PLACE_ORDER, Capability.SKU_STOCK, Capability.DETAIL, Capability.SEARCH);

    private static final String NAME = "[a-z0-9][a-z0-9-]{1,39}";

    /** @throws IllegalStateException when a name is not one, or is there twice */
    List<Connector> order(List<Connector> ofOneMarketplace) {
        var names = new HashSet<String>();
        for (var connector : ofOneMarketplace) {
            if (!connector.source().matches(NAME) || !names.add(connector.source())) {
                throw new IllegalStateException(
                        "No name, or the name of two connectors to " + connector.id() + ": " + connector.source());
            }
        }
        return ofOneMarketplace.stream().sorted(comparator()).toList();
    }

    private Comparator<Connector> comparator() {
        var order = Comparator.comparingInt(this::place);
        for (var capability : WEIGHTY) {
            order = order.thenComparing(
                    connector -> connector.capabilities().contains(capability), Comparator.reverseOrder());
        }
        return order.thenComparing(connector -> connector.capabilities().size(), Comparator.reverseOrder())
                .thenComparing(Connector::source);
    }

    private int place(Connector connector) {
        int place = named.indexOf(connector.source());
        return place < 0 ? named.size() : place;
    }
}
