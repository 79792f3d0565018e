package io.sampan.buy.dispute;

import io.sampan.buy.dispute.DisputeTable.Key;
import io.sampan.outside.gateway.GatewayNews;
import io.sampan.outside.gateway.Gateways;
import io.sampan.outside.gateway.Told;
import java.time.Clock;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Hears of disputes by webhook, asks for those that no webhook told, and looks at each until it is over. */
@Component
class DisputeWatch {
    private final DisputeTable table;
    private final Disputes disputes;
    private final Gateways gateways;
    private final DisputeSettings settings;
    private final Clock clock;

    DisputeWatch(DisputeTable table, Disputes disputes, Gateways gateways, DisputeSettings settings, Clock clock) {
        this.table = table;
        this.disputes = disputes;
        this.gateways = gateways;
        this.settings = settings;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(GatewayNews news) {
        if (news.subject() == GatewayNews.Subject.DISPUTE) {
            table.hear(new Key(news.gateway(), news.gatewayReference()), clock.instant());
        }
    }

    /** One at a time: what cannot be looked at keeps nobody else from it. */
    @Scheduled(fixedDelayString = "${sampan.dispute.tend-every:5s}")
    void tend() {
        for (int i = 0; i < settings.batch(); i++) {
            var now = clock.instant();
            var due = table.take(now, now.plus(settings.lookEvery()));
            if (due.isEmpty()) {
                return;
            }
            disputes.look(due.get());
        }
    }

    @Scheduled(fixedDelayString = "${sampan.dispute.seek-every:1h}")
    void seek() {
        var now = clock.instant();
        for (var gateway : gateways.all()) {
            gateway.disputes().ifPresent(desk -> {
                if (desk.since(now.minus(settings.seekBack())) instanceof Told.Yes<List<String>>(var references)) {
                    references.forEach(reference -> table.discover(new Key(gateway.name(), reference), now));
                }
            });
        }
    }
}
