package io.sampan.browse.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sampan.outside.marketplace.ItemRef;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The products that this node read lately, also those that are not there. */
@Component
class ProductMemory {
    private final Cache<ItemRef, Optional<Product>> products;

    ProductMemory(CatalogSettings settings) {
        this.products = Caffeine.newBuilder()
                .maximumSize(settings.rememberedProducts())
                .expireAfterWrite(settings.rememberFor())
                .build();
    }

    Optional<Product> get(ItemRef item, Function<ItemRef, Optional<Product>> otherwise) {
        return products.get(item, otherwise);
    }

    /** Null when nothing is remembered of it; empty when it is remembered not to be there. */
    @Nullable
    Optional<Product> remembered(ItemRef item) {
        return products.getIfPresent(item);
    }

    /** After the commit: a read that began before it may have remembered the old product. */
    void forget(ItemRef item) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                products.invalidate(item);
            }
        });
    }
}
