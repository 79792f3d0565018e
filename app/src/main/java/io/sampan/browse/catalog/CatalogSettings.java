package io.sampan.browse.catalog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param rememberedProducts most products kept in memory for pages
 * @param rememberFor how long a product is served from memory; another node's change is seen after this at the latest
 * @param rememberListsFor how long lists such as the most sold are served from memory
 * @param oldAfter an offer that was last confirmed so much before another source's is shown only when that one shows nothing
 * @param prices where doubt about prices begins
 */
@ConfigurationProperties(prefix = "sampan.catalog", ignoreUnknownFields = false)
record CatalogSettings(
        @DefaultValue("5000") int rememberedProducts,
        @DefaultValue("10s") Duration rememberFor,
        @DefaultValue("15s") Duration rememberListsFor,
        @DefaultValue("1d") Duration oldAfter,
        @DefaultValue PriceRules prices) {}
