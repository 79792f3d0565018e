package io.sampan.outside.marketplace.taobaoglobal;

import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.MarketplaceNews;
import io.sampan.outside.marketplace.MarketplaceNews.Subject;
import io.sampan.outside.wire.LooseJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** One push. It has no id of its own, so a hash of its bytes is one: they hold the time when it was made. Source: docs/sources/taobaoglobal.md. */
record TaobaoMessage(byte[] body) {
    Optional<MarketplaceNews> toNews(Instant heardAt) {
        var message = LooseJson.of(body);
        var data = message.at("data");
        return switch (message.text("message_type")) {
            case "3", "9" -> news(Subject.ORDER, data.text("purchase_id"), heardAt);
            case "8" -> news(Subject.ITEM, data.text("item_id"), heardAt);
            default -> Optional.empty();
        };
    }

    private Optional<MarketplaceNews> news(Subject subject, String key, Instant heardAt) {
        return key.matches("[0-9]{1,20}")
                ? Optional.of(new MarketplaceNews(MarketplaceId.TAOBAO, Taobao.SOURCE, subject, key, hash(), heardAt))
                : Optional.empty();
    }

    private String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JDK has SHA-256", missing);
        }
    }
}
