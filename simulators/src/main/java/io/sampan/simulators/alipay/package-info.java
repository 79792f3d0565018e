/** Alipay's openapi gateway with RSA2 signatures, its cashier, and its notices. Source: docs/sources/alipay.md. */
@NullMarked
package io.sampan.simulators.alipay;

import org.jspecify.annotations.NullMarked;
