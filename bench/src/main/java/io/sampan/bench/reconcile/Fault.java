package io.sampan.bench.reconcile;

import io.sampan.help.reconciliation.Kind;
import java.util.function.Supplier;

/**
 * Something that goes wrong as it does in years of business: a row is lost, doubled, half written.
 *
 * @param kind as which it must be found
 * @param happens does it once more, to something that is still whole, and answers with an id by which the discrepancy must name it
 */
record Fault(Kind kind, Supplier<String> happens) {}
