package io.sampan.deliver.warehouse;

import java.util.Set;

/** What came of handling an item. */
public sealed interface Handled {
    record Done(Item item) implements Handled {}

    /** It was so before; nothing changed. */
    record Already(Item item) implements Handled {}

    /** It cannot move so from where it is, or its order does not allow it; nothing changed. */
    record Forbidden(ItemState state) implements Handled {}

    /** Something is missing before it can be accepted. */
    record Lacking(Set<Item.Need> needs) implements Handled {}
}
