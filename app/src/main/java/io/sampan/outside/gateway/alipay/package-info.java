/** Alipay by its openapi gateway, page and phone-page payments. Facts: docs/sources/alipay.md. */
@NullMarked
package io.sampan.outside.gateway.alipay;

import org.jspecify.annotations.NullMarked;
