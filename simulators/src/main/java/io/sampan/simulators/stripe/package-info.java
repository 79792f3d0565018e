/**
 * Stripe API v1 as far as a shop needs it: PaymentIntents, Checkout Sessions with their hosted page, refunds, events and
 * signed webhooks. Source: Stripe's public API reference, version 2026-07-29; what was seen by running its Java library
 * 33.3.0; points known only from memory are marked [M].
 */
@org.jspecify.annotations.NullMarked
package io.sampan.simulators.stripe;
