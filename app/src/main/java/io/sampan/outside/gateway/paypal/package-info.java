/** PayPal by Orders v2. Facts: docs/sources/paypal.md. */
@NullMarked
package io.sampan.outside.gateway.paypal;

import org.jspecify.annotations.NullMarked;
