package io.sampan.outside.links;

import io.sampan.outside.marketplace.Connector.Shared;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Marketplaces;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks Taobao what a share token stands for, where a connector can; nobody else can tell. */
@Component
class ShareTokens {
    private final Marketplaces marketplaces;

    ShareTokens(Marketplaces marketplaces) {
        this.marketplaces = marketplaces;
    }

    /** The item behind a token; empty when it means something else or nothing, or when nobody can say so now. */
    Optional<LinkedItem> open(Recognised.ShareToken shared) {
        return switch (marketplaces.at(MarketplaceId.TAOBAO).shared(shared.token())) {
            case Shared.Item(var item) -> LinkedItem.of(Site.TAOBAO, item.itemId(), "");
            case Shared.Other _, Shared.Later _, Shared.Unsupported _ -> Optional.empty();
        };
    }
}
