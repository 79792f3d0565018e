package io.sampan.outside.marketplace.vendor;

import io.sampan.outside.marketplace.vendor.VendorSaid.Data;
import io.sampan.outside.marketplace.vendor.VendorSaid.Later;
import io.sampan.outside.marketplace.vendor.VendorSaid.Missing;
import io.sampan.outside.wire.Answered;
import io.sampan.outside.wire.Call;
import io.sampan.outside.wire.LooseJson;
import io.sampan.outside.wire.Wire;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The HTTP side of the vendor. Nothing is signed: the secret stands in the address, so that no address leaves here but over the wire, which logs
 * none, and what the vendor says of our key is blotted out.
 */
record VendorHttp(VendorSettings settings, VendorShape shape, Wire wire, Clock clock) {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration SLOWER = Duration.ofSeconds(10);
    private static final Duration FOR_AN_OPERATOR = Duration.ofMinutes(10);
    private static final Duration UNTIL_PAID = Duration.ofHours(1);
    private static final String EVERY_CALL = "";
    private static final String BLOT = "…";
    private static final int SERVER_FAULT = 500;

    VendorSaid ask(String call, Map<String, String> values) {
        var all = new HashMap<>(values);
        all.put("key", settings.key());
        all.put("secret", settings.secret());
        all.put("cache", shape.path(settings.cached() ? "cache.any" : "cache.live"));
        var address = URI.create(settings.gateway() + shape.filled(call, all));
        return switch (wire.send(
                Call.get(Vendor.SOURCE, address).of(call).looking().within(settings.readLimit()))) {
            case Answered.Silent silent -> new Later(silent.pause(SOON), silent.why());
            case Answered.Reply reply ->
                reply.status() >= SERVER_FAULT
                        ? new Later(SOON, "status " + reply.status())
                        : judged(LooseJson.of(reply.body()));
        };
    }

    /** Every answer comes with status 200, so the code in it decides. */
    private VendorSaid judged(LooseJson answer) {
        var code = shape.text(answer, "answer.code");
        if (shape.isOne(code, "code.good")) {
            return new Data(answer, seenAt(answer));
        }
        if (shape.isOne(code, "code.missing")) {
            return new Missing();
        }
        var why = code + " " + blotted(shape.text(answer, "answer.words"));
        if (shape.isOne(code, "code.too-fast")) {
            wire.keepAway(Vendor.SOURCE, EVERY_CALL, SLOWER, why);
            return new Later(SLOWER, why);
        }
        if (shape.isOne(code, "code.used-up")) {
            wire.keepAway(Vendor.SOURCE, EVERY_CALL, UNTIL_PAID, why);
            return new Later(UNTIL_PAID, why);
        }
        return new Later(FOR_AN_OPERATOR, why);
    }

    /** What comes from its cache is as old as it says, and as old as can be when it does not say. */
    private Instant seenAt(LooseJson answer) {
        var now = clock.instant();
        boolean old = answer.yes(shape.path("answer.cached"));
        return answer.whole(shape.path("answer.seen"))
                .map(Instant::ofEpochSecond)
                .filter(seen -> !seen.isAfter(now))
                .orElse(old ? now.minus(settings.oldest()) : now);
    }

    private String blotted(String words) {
        var blotted = words.replace(settings.key(), BLOT);
        return settings.secret().isEmpty() ? blotted : blotted.replace(settings.secret(), BLOT);
    }

    @Override
    public String toString() {
        return "VendorHttp[" + settings + "]";
    }
}
