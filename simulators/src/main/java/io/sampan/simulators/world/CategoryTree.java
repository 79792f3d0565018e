package io.sampan.simulators.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Three levels of categories; goods hang on the leaves. */
public final class CategoryTree {
    private static final long FIRST_LEAF = 1_031_901;

    /** Any node: its number, its parent's (0 at the top), its name, and whether it has no children. */
    public record Node(long id, long parentId, int level, Word name, boolean leaf) {}

    private final List<Category> leaves = new ArrayList<>();
    private final Map<Long, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Category.Family> families = new HashMap<>();

    CategoryTree(Vocabulary vocabulary) {
        Map<String, String[]> trades = new HashMap<>();
        for (String line : Vocabulary.lines("trades.txt")) {
            String[] f = line.split("\\|");
            trades.put(f[0], f);
        }
        for (String line : Vocabulary.lines("families.txt")) {
            String[] f = line.split("\\|");
            String[] trade = java.util.Objects.requireNonNull(trades.get(f[0]), f[0]);
            families.put(
                    f[0],
                    new Category.Family(
                            f[0],
                            f[1].equals("y"),
                            vocabulary.words("style", f[2]),
                            vocabulary.words("pattern", f[3]),
                            vocabulary.words("audience", f[4]),
                            vocabulary.palette(f[5]),
                            trade[1],
                            List.of(trade[2].split(","))));
        }
        readTree(vocabulary);
    }

    private void readTree(Vocabulary vocabulary) {
        Node top = new Node(0, 0, 0, new Word("", ""), false);
        Node middle = top;
        Category.Family family = families.values().iterator().next();
        for (String line : Vocabulary.lines("categories.txt")) {
            String[] f = line.substring(line.startsWith("=") || line.startsWith("-") ? 1 : 0)
                    .split("\\|", -1);
            if (line.startsWith("=")) {
                top = add(new Node(10_001 + nodes.size(), 0, 1, new Word(f[0], f[1]), false));
                family = java.util.Objects.requireNonNull(families.get(f[2]), f[2]);
            } else if (line.startsWith("-")) {
                middle = add(new Node(20_001 + nodes.size(), top.id(), 2, new Word(f[0], f[1]), false));
            } else {
                Node leaf = add(new Node(FIRST_LEAF + 7L * leaves.size(), middle.id(), 3, new Word(f[0], f[1]), true));
                leaves.add(new Category(
                        leaf.id(),
                        top.name(),
                        top.id(),
                        middle.name(),
                        middle.id(),
                        leaf.name(),
                        goods(vocabulary, f),
                        family,
                        f[11].isEmpty() ? Set.of() : Set.of(f[11].split(","))));
            }
        }
    }

    private static Category.Goods goods(Vocabulary vocabulary, String[] f) {
        int[] size = Arrays.stream(f[7].split("x")).mapToInt(Integer::parseInt).toArray();
        return new Category.Goods(
                List.of(f[2].split(",")),
                f[3],
                f[4],
                Long.parseLong(f[5]) * 100,
                Integer.parseInt(f[6]),
                new SizeMm(size[0], size[1], size[2]),
                f[8],
                vocabulary.words("material", f[9]),
                vocabulary.words("feature", f[10]));
    }

    private Node add(Node node) {
        nodes.put(node.id(), node);
        return node;
    }

    /** All leaves, in a fixed order. */
    public List<Category> leaves() {
        return List.copyOf(leaves);
    }

    /** The node of a number. */
    public Optional<Node> node(long id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** The children of a node; of 0 the top categories. */
    public List<Node> children(long id) {
        return nodes.values().stream().filter(node -> node.parentId() == id).toList();
    }
}
