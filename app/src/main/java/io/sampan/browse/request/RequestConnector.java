package io.sampan.browse.request;

import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.LookingOnly;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Searched;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Operators' answers as a marketplace shows its goods: what is offered and still holds is there, all else is gone. It calls nobody. */
@Component
class RequestConnector extends LookingOnly {
    static final String SOURCE = "operator";

    private final RequestTable table;
    private final Clock clock;

    RequestConnector(RequestTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public MarketplaceId id() {
        return MarketplaceId.ELSEWHERE;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.DETAIL);
    }

    @Override
    public Searched search(Searched.Query query) {
        return new Searched.Unsupported();
    }

    @Override
    public Searched searchByImage(byte[] picture, String language) {
        return new Searched.Unsupported();
    }

    @Override
    public Fetched fetch(String itemId, String language) {
        var now = clock.instant();
        return RequestId.of(itemId)
                .flatMap(table::find)
                .flatMap(request -> request.offered(now).map(answer -> request.offer(answer, now)))
                .<Fetched>map(Fetched.Found::new)
                .orElseGet(() -> new Fetched.Gone(new ItemRef(MarketplaceId.ELSEWHERE, itemId)));
    }
}
