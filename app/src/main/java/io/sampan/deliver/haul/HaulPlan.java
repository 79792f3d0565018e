package io.sampan.deliver.haul;

import io.sampan.money.amount.Money;
import java.util.List;

/** Parcels that hold each thing of a haul once. */
public record HaulPlan(List<PlannedParcel> parcels) {
    public HaulPlan {
        parcels = List.copyOf(parcels);
    }

    /** In CNY. */
    public Money total() {
        return parcels.stream().map(parcel -> parcel.cost().total()).reduce(Money.fen(0), Money::plus);
    }

    /** The day on which the last parcel goes. */
    public int lastDay() {
        return parcels.stream().mapToInt(PlannedParcel::day).max().orElse(0);
    }
}
