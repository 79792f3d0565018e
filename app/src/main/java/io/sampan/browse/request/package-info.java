/** Goods that no connector can show: a shopper asks for them in words, an operator answers with an offer of one's own, which is bought by hand. */
@ApplicationModule(
        id = "request",
        allowedDependencies = {"database", "amount", "identity", "marketplace", "catalog"})
@NullMarked
package io.sampan.browse.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
