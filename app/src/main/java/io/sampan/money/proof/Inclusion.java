package io.sampan.money.proof;

import io.sampan.money.amount.Money;
import java.util.List;

/**
 * What one shopper needs to check that what we owe them is part of what was published; for their eyes alone.
 *
 * @param account as the ledger names it
 * @param amount what was theirs when the day ended
 * @param nonce in hexadecimal digits
 * @param way from the leaf to the root, the lowest step first
 */
public record Inclusion(ProvedDay day, String account, Money amount, String nonce, List<Step> way) {
    public Inclusion {
        way = List.copyOf(way);
    }

    /**
     * A neighbour on the way.
     *
     * @param sum in minor units
     * @param left whether it stands to the left
     */
    public record Step(String hash, long sum, boolean left) {}

    /** Whether the way leads to the published root and total. */
    public boolean holds() {
        var currency = amount.currency().getCurrencyCode();
        var node = Node.leaf(account, nonce, currency, amount.minor());
        for (var step : way) {
            if (step.sum() < 0) {
                return false;
            }
            var neighbour = new Node(step.hash(), step.sum());
            node = step.left() ? Node.above(neighbour, node) : Node.above(node, neighbour);
        }
        return node.hash().equals(day.root()) && node.sum() == day.total().minor();
    }
}
