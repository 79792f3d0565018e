package io.sampan.outside.wire;

import io.sampan.outside.wire.Allowance.Wait;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Of one node without a database: nothing is counted, and whoever does not want to hear from us is left alone. */
final class AllowancesOfATest implements Allowances {
    private final Map<String, Wait> closed = new ConcurrentHashMap<>();
    private final Clock clock;

    AllowancesOfATest(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Wait> take(Call call) {
        return Stream.of(WHOLE_APP, call.api())
                .flatMap(api -> Optional.ofNullable(closed.get(call.service() + " " + api)).stream())
                .filter(wait -> clock.instant().isBefore(wait.until()))
                .findFirst();
    }

    @Override
    public void close(String service, String api, Instant until, String why) {
        closed.put(service + " " + api, new Wait(until, why));
    }

    @Override
    public List<Spending> spendings(String service) {
        return List.of();
    }
}
