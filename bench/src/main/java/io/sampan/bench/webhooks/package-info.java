/** Webhooks of all gateways, lost, doubled, delayed, shuffled and forged on their way. */
@NullMarked
package io.sampan.bench.webhooks;

import org.jspecify.annotations.NullMarked;
