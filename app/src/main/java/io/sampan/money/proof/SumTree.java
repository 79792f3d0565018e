package io.sampan.money.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A Merkle sum tree: its root comes to what all leaves come to together, and a leaf's way up to it proves that the leaf is part of that. Leaves stand in
 * the order of their hashes, which tells nothing about whose they are; who has no neighbour goes up alone.
 */
final class SumTree {
    /** From the leaves to the root. */
    private final List<List<Node>> levels = new ArrayList<>();

    /** @param leaves one at least */
    SumTree(List<Node> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("A tree has a leaf");
        }
        var level = leaves.stream().sorted(Comparator.comparing(Node::hash)).toList();
        levels.add(level);
        while (level.size() > 1) {
            var above = new ArrayList<Node>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(i + 1 < level.size() ? Node.above(level.get(i), level.get(i + 1)) : level.get(i));
            }
            level = above;
            levels.add(level);
        }
    }

    Node root() {
        return levels.getLast().getFirst();
    }

    /** The neighbours on a leaf's way up, the lowest first. */
    List<Inclusion.Step> way(Node leaf) {
        int at = levels.getFirst().indexOf(leaf);
        if (at < 0) {
            throw new IllegalArgumentException("No such leaf");
        }
        var way = new ArrayList<Inclusion.Step>();
        for (var level : levels.subList(0, levels.size() - 1)) {
            int neighbour = at ^ 1;
            if (neighbour < level.size()) {
                var node = level.get(neighbour);
                way.add(new Inclusion.Step(node.hash(), node.sum(), neighbour < at));
            }
            at /= 2;
        }
        return way;
    }
}
