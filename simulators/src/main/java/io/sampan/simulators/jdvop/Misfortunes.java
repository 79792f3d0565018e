package io.sampan.simulators.jdvop;

import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Faults;
import io.sampan.simulators.world.World;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What goes wrong with an order when the fault for it is armed. */
final class Misfortunes {
    private static final String SUBMIT = "order/submitOrder";

    private final Faults faults;
    private final World world;
    private final Pool pool;

    Misfortunes(Faults faults, World world, Pool pool) {
        this.faults = faults;
        this.world = world;
        this.pool = pool;
    }

    private Optional<Fault> take(FaultKind kind) {
        return faults.take(Gateway.SERVICE, SUBMIT, kind);
    }

    /** Between looking and ordering: goods may go, and prices move. */
    void beforeOrder(List<JsonNode> lines) {
        Optional<Fault> soldOut = take(FaultKind.SOLD_OUT_AFTER_PREVIEW);
        Optional<Fault> moved = take(FaultKind.PRICE_MOVED_AFTER_PREVIEW);
        if (soldOut.isEmpty() && moved.isEmpty()) {
            return;
        }
        List<Basket.Item> items = Basket.of(lines, pool).items();
        Pool.Article first = items.getFirst().article();
        soldOut.ifPresent(fault -> world.setStock(first.listing(), first.sku().id(), 0));
        moved.ifPresent(fault -> items.stream()
                .map(item -> item.article().listing())
                .distinct()
                .forEach(listing -> world.movePrice(listing, 0, fault.factor() == 0 ? 1.2 : fault.factor() / 100.0)));
    }

    /** Whether an order is split however little is in it. */
    boolean splits() {
        return take(FaultKind.SPLIT_ORDER).isPresent();
    }

    /** Refuses to say how an operation ended that has been done. */
    void mayHide(String operation) {
        if (faults.take(Gateway.SERVICE, operation, FaultKind.PAY_UNCLEAR).isPresent()) {
            throw new Refused("5001", "服务异常，请稍后重试");
        }
    }
}
