package io.sampan.money.ledger;

import io.sampan.money.ledger.Posted.HoldEnd;
import java.util.HashMap;
import java.util.Map;

/**
 * What the rules must know of the ledger to judge some movements.
 *
 * @param movements those that stand under one of the ids
 * @param holds those that are named, by their ids
 * @param ends of those that ended
 * @param totals of every limited account that one of the movements may touch
 */
record Known(
        Map<String, Movement> movements, Map<String, Hold> holds, Map<String, HoldEnd> ends, Map<Book, Totals> totals) {
    Known {
        movements = new HashMap<>(movements);
        holds = new HashMap<>(holds);
        ends = new HashMap<>(ends);
        totals = new HashMap<>(totals);
    }
}
