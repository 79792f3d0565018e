package io.sampan.outside.marketplace.vendor;

import io.sampan.outside.marketplace.MarketplaceId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we look through a data vendor. Its connectors are there when {@code key} is set.
 *
 * @param gateway where its addresses begin; such vendors change it at times
 * @param key of our account; without it the connectors are not there
 * @param secret of our account, sent in every address
 * @param shape the file that says how this vendor is asked and where in its answers one finds what
 * @param marketplaces that are looked at through it, by their slugs
 * @param cached whether its cache will do; a price from it counts as of when the vendor saw it
 * @param oldest how old an answer from its cache is taken to be that does not say
 * @param readLimit longest wait for an answer
 */
@ConfigurationProperties(prefix = "sampan.vendor", ignoreUnknownFields = false)
record VendorSettings(
        @DefaultValue("https://api-gw.onebound.cn") URI gateway,
        @DefaultValue("") String key,
        @DefaultValue("") String secret,

        @DefaultValue("classpath:rules/marketplace/onebound.properties")
        String shape,

        @DefaultValue({"taobao", "1688", "jd", "pinduoduo"}) Set<String> marketplaces,
        @DefaultValue("false") boolean cached,
        @DefaultValue("12h") Duration oldest,
        @DefaultValue("10s") Duration readLimit) {

    /** @throws IllegalStateException when there is no such marketplace */
    List<MarketplaceId> served() {
        return marketplaces.stream()
                .map(slug -> MarketplaceId.ofSlug(slug)
                        .orElseThrow(() ->
                                new IllegalStateException("sampan.vendor.marketplaces has no marketplace " + slug)))
                .toList();
    }

    @Override
    public String toString() {
        return "VendorSettings[" + gateway + ", " + shape + ", " + marketplaces + "]";
    }
}
