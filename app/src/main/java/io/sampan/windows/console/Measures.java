package io.sampan.windows.console;

import io.sampan.deliver.warehouse.Item;
import io.sampan.outside.carrier.ParcelSize;
import io.sampan.outside.marketplace.Offer.SizeMm;
import java.util.ArrayList;
import java.util.List;

/** Weight and sides as a person typed them: kept as text, so that a slip of the finger loses nothing. */
public record Measures(String grams, String length, String width, String height) {
    static Measures none() {
        return new Measures("", "", "", "");
    }

    static Measures typed(Typed form) {
        return new Measures(form.text("grams"), form.text("length"), form.text("width"), form.text("height"));
    }

    static Measures of(int grams, SizeMm size) {
        return new Measures(
                Integer.toString(grams),
                Integer.toString(size.length()),
                Integer.toString(size.width()),
                Integer.toString(size.height()));
    }

    /** Names of the fields that hold no whole number from 1 to their limit. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        check(faults, "grams", grams, Item.HEAVIEST);
        check(faults, "length", length, Item.LONGEST_MM);
        check(faults, "width", width, Item.LONGEST_MM);
        check(faults, "height", height, Item.LONGEST_MM);
        return List.copyOf(faults);
    }

    /** @throws NumberFormatException when there are {@link #faults} */
    int weight() {
        return Integer.parseInt(grams);
    }

    /** @throws NumberFormatException when there are {@link #faults} */
    SizeMm size() {
        return new SizeMm(Integer.parseInt(length), Integer.parseInt(width), Integer.parseInt(height));
    }

    /** @throws NumberFormatException when there are {@link #faults} */
    ParcelSize parcel() {
        return new ParcelSize(weight(), size().length(), size().width(), size().height());
    }

    private static void check(List<String> faults, String name, String typed, int most) {
        // Digits only, of any script, and few enough for an int.
        boolean number = typed.matches("\\p{Nd}{1,7}");
        if (!number || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > most) {
            faults.add(name);
        }
    }
}
