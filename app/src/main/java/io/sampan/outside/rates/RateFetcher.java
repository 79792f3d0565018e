package io.sampan.outside.rates;

import io.sampan.money.exchange.Publishing;
import io.sampan.money.exchange.Rates;
import io.sampan.outside.wire.Answered;
import io.sampan.outside.wire.Call;
import io.sampan.outside.wire.WhenSet;
import io.sampan.outside.wire.Wire;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Fetches the reference rates again and again. Whatever goes wrong, the rates that are known go on, with the day they are of. */
@Component
@WhenSet("sampan.rates.address")
class RateFetcher {
    private static final Logger LOG = LoggerFactory.getLogger(RateFetcher.class);
    private static final String SERVICE = "rates";

    private final Wire wire;
    private final Rates rates;
    private final RatesSettings settings;
    private final URI address;

    RateFetcher(Wire wire, Rates rates, RatesSettings settings) {
        this.wire = wire;
        this.rates = rates;
        this.settings = settings;
        this.address = Objects.requireNonNull(settings.address());
    }

    @Scheduled(fixedDelayString = "${sampan.rates.every:1h}")
    void fetch() {
        switch (wire.send(Call.get(SERVICE, address).within(settings.callLimit()))) {
            case Answered.Reply reply when reply.status() == 200 -> take(reply);
            case Answered.Reply reply -> LOG.warn("No reference rates: status {}", reply.status());
            case Answered.Silent silent -> LOG.warn("No reference rates: {}", silent.why());
        }
    }

    private void take(Answered.Reply reply) {
        switch (rates.publish(new ByteArrayInputStream(reply.body()), settings.source())) {
            case Publishing.Kept kept -> LOG.debug("Reference rates are known up to {}", kept.newest());
            case Publishing.Doubtful(var currency, var day) ->
                LOG.warn("The reference rates of {} are not believed: {} is too far from its last", day, currency);
            case Publishing.Unreadable unreadable -> LOG.warn("No reference rates: {}", unreadable.why());
        }
    }
}
