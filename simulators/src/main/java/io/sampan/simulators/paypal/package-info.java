/** PayPal's Orders v2 and Payments v2 with its approval page and its webhooks. Source: docs/sources/paypal.md. */
@NullMarked
package io.sampan.simulators.paypal;

import org.jspecify.annotations.NullMarked;
