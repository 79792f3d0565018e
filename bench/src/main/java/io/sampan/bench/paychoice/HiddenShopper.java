package io.sampan.bench.paychoice;

import io.sampan.outside.gateway.PayMethod;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose tastes nobody knows: what each way to pay is worth to them, how they cling to what worked last, and how little they read down a list.
 *
 * @param worth of each way, by whatever moves this person
 */
final class HiddenShopper {
    private final String country;
    private final boolean payingInYuan;
    private final Map<PayMethod, Double> worth;
    private final double inertia;
    private final double impatience;
    private @Nullable PayMethod last;

    HiddenShopper(Home home, Map<PayMethod, Double> worth, double inertia, double impatience) {
        this.country = home.country();
        this.payingInYuan = home.payingInYuan();
        this.worth = Map.copyOf(worth);
        this.inertia = inertia;
        this.impatience = impatience;
    }

    /** Where they are, and whether they pay in yuan, as people from China do abroad. */
    record Home(String country, boolean payingInYuan) {}

    String country() {
        return country;
    }

    boolean isPayingInYuan() {
        return payingInYuan;
    }

    /** What they choose of these, in the order shown: the greatest of worth and of what moves them just then (Gumbel noise makes it a logit). */
    PayMethod chooses(List<PayMethod> shown, Random random) {
        PayMethod best = shown.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (int place = 0; place < shown.size(); place++) {
            var method = shown.get(place);
            double utility = utility(method)
                    - impatience * Math.log1p(place)
                    - Math.log(-Math.log(Math.max(1e-12, random.nextDouble())));
            if (utility > most) {
                most = utility;
                best = method;
            }
        }
        return best;
    }

    /** What they like best, wherever it stands: nobody can foretell more. */
    PayMethod favourite(List<PayMethod> shown) {
        return shown.stream()
                .max((one, other) -> Double.compare(utility(one), utility(other)))
                .orElseThrow();
    }

    void paidBy(PayMethod method) {
        last = method;
    }

    private double utility(PayMethod method) {
        return worth.getOrDefault(method, -3.0) + (method.equals(last) ? inertia : 0);
    }
}
