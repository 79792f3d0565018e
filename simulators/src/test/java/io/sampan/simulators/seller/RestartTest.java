package io.sampan.simulators.seller;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @TempDir
    Path data;

    @Test
    void aPurchaseOutlivesTheProcessAndGoesOnAsIfNothingHadHappened() {
        String id;
        int stock;
        try (Kernel kernel = Kernel.over(data)) {
            World world = new World(1, 500, kernel.books(), kernel.clock());
            Offer offer = world.offer(world.listings().getFirst());
            Offer.Sku sku = offer.skus().getFirst();
            var purchases = new Purchases(kernel, world, Marketplace.ALI1688, 1);
            id = purchases
                    .make(
                            new Purchases.Draft(
                                    "P-1",
                                    offer.listing().shop().id(),
                                    List.of(new Purchase.Line(
                                            "", offer.listing().id(), sku.id(), 2, sku.fen(), "")),
                                    500,
                                    new Purchase.Receiver("仓", "1", "", "", "浙江省", "杭州市", "", "", "路1号", "330108")),
                            0)
                    .orElseThrow()
                    .id();
            purchases.pay(id);
            stock = world.offer(offer.listing()).skus().getFirst().stock();
        }
        try (Kernel kernel = Kernel.over(data)) {
            World world = new World(1, 500, kernel.books(), kernel.clock());
            var purchases = new Purchases(kernel, world, Marketplace.ALI1688, 1);
            purchases.takeUp();
            assertThat(world.offer(world.listings().getFirst())
                            .skus()
                            .getFirst()
                            .stock())
                    .isEqualTo(stock);
            assertThat(purchases.find(id).orElseThrow().state()).isEqualTo(Purchase.State.PAID);
            kernel.clock().advance(Duration.ofHours(41));
            assertThat(purchases.find(id).orElseThrow().shipping()).isNotNull();
            kernel.clock().advance(Duration.ofDays(5));
            assertThat(purchases.find(id).orElseThrow().times().signed()).isNotNull();
        }
    }
}
