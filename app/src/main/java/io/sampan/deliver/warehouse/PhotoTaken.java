package io.sampan.deliver.warehouse;

/** What came of a photo. */
public sealed interface PhotoTaken {
    record Kept(PhotoId photo) implements PhotoTaken {}

    /** The item has this very photo already; nothing changed. */
    record Already(PhotoId photo) implements PhotoTaken {}

    /** No JPEG, PNG or WebP picture on which anything can be seen, whatever it was called. */
    record NotAPicture() implements PhotoTaken {}

    /** @param most bytes of one photo */
    record TooLarge(int most) implements PhotoTaken {}

    /** @param most pixels of one photo */
    record TooManyPixels(long most) implements PhotoTaken {}

    /** @param most photos of one item */
    record TooMany(int most) implements PhotoTaken {}

    /** The item is not at hand. */
    record Forbidden(ItemState state) implements PhotoTaken {}
}
