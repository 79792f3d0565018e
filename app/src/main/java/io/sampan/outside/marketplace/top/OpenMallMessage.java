package io.sampan.outside.marketplace.top;

import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.MarketplaceNews;
import io.sampan.outside.marketplace.MarketplaceNews.Subject;
import io.sampan.outside.wire.LooseJson;
import java.time.Instant;
import java.util.Optional;

/** One element of {@code taobao.tmc.messages.consume}: its content is JSON as text. Source: docs/sources/openmall.md "Messages". */
record OpenMallMessage(LooseJson message) {
    String id() {
        return message.text("id");
    }

    Optional<MarketplaceNews> toNews(Instant heardAt) {
        var content = message.at("content");
        return switch (message.text("topic")) {
            case "taobao_openmall_TradeChanged", "taobao_openmall_RefundChanged", "taobao_openmall_AlarmMsg" ->
                news(Subject.ORDER, content.text("tid"), heardAt);
            case "taobao_openmall_ItemChanged", "taobao_openmall_ItemStockChanged" ->
                news(Subject.ITEM, content.text("item_id"), heardAt);
            default -> Optional.empty();
        };
    }

    private Optional<MarketplaceNews> news(Subject subject, String key, Instant heardAt) {
        return TopValue.isNumber(key) && !id().isEmpty()
                ? Optional.of(new MarketplaceNews(MarketplaceId.TAOBAO, OpenMall.SOURCE, subject, key, id(), heardAt))
                : Optional.empty();
    }
}
