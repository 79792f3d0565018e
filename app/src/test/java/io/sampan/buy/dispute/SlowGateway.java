package io.sampan.buy.dispute;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.Dispute;
import io.sampan.outside.gateway.DisputeDesk;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Opened;
import io.sampan.outside.gateway.Returned;
import io.sampan.outside.gateway.Standing;
import io.sampan.outside.gateway.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A gateway whose answers about disputes are on their way for so long that something happens meanwhile. */
record SlowGateway(Gateway gateway, Runnable meanwhile) implements Gateway {
    @Override
    public Optional<DisputeDesk> disputes() {
        var desk = gateway.disputes().orElseThrow();
        return Optional.of(new DisputeDesk() {
            @Override
            public Told<List<String>> since(Instant from) {
                return desk.since(from);
            }

            @Override
            public Told<Dispute> look(String reference) {
                var told = desk.look(reference);
                meanwhile.run();
                return told;
            }

            @Override
            public Told<Dispute> concede(String reference, String key) {
                return desk.concede(reference, key);
            }

            @Override
            public boolean takesAnswers() {
                return desk.takesAnswers();
            }

            @Override
            public Told<Dispute> answer(String reference, String text, String key) {
                return desk.answer(reference, text, key);
            }
        });
    }

    @Override
    public String name() {
        return gateway.name();
    }

    @Override
    public Opened open(Demand demand) {
        return gateway.open(demand);
    }

    @Override
    public Standing look(String gatewayReference) {
        return gateway.look(gatewayReference);
    }

    @Override
    public Standing capture(String gatewayReference, Money amount, String key) {
        return gateway.capture(gatewayReference, amount, key);
    }

    @Override
    public Standing cancel(String gatewayReference, String key) {
        return gateway.cancel(gatewayReference, key);
    }

    @Override
    public Returned refund(String gatewayReference, Money amount, String key) {
        return gateway.refund(gatewayReference, amount, key);
    }

    @Override
    public Returned lookAtRefund(String refundReference) {
        return gateway.lookAtRefund(refundReference);
    }
}
