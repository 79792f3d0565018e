package io.sampan.browse.weight;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** What goods weigh and measure, by what was weighed so far. Nothing here asks a database or another service. */
@Component
public class Weights {
    private final Learnt learnt;
    private final Clock clock;

    Weights(Categories categories, Clock clock) {
        this.learnt = new Learnt(categories);
        this.clock = clock;
    }

    /** What one piece weighs and measures, as far as we know by now. */
    public Piece expect(Goods goods) {
        return learnt.expect(goods, clock.instant());
    }

    void learn(Weighed weighed) {
        learnt.learn(weighed);
    }
}
