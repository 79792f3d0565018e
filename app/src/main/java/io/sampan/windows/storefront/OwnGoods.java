package io.sampan.windows.storefront;

import io.sampan.browse.request.Requests;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.Visitor;
import org.springframework.stereotype.Component;

/** Goods that one person asked for are nobody else's, whoever knows their address. */
@Component
final class OwnGoods {
    private final Requests requests;

    OwnGoods(Requests requests) {
        this.requests = requests;
    }

    /** @throws NotThere when it is what somebody else asked for; operators see everything */
    void check(ItemRef item, Visitor visitor) {
        var account = visitor.account();
        boolean shown = visitor.isOperator()
                || item.marketplace().isForEverybody()
                || account != null && requests.isOf(item, account.id());
        if (!shown) {
            throw new NotThere();
        }
    }
}
