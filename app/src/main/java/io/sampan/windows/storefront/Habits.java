package io.sampan.windows.storefront;

import io.sampan.buy.paychoice.PayAdvice;
import io.sampan.buy.paychoice.PayHabits;
import io.sampan.buy.shipchoice.Pace;
import io.sampan.buy.shipchoice.ShipAdvice;
import io.sampan.outside.gateway.PayMethod;
import io.sampan.windows.frame.NotThere;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What was learnt of a person is theirs: to be seen, put right, forgotten, and not to be learnt again. */
@Component
class Habits {
    private final PayAdvice paying;
    private final ShipAdvice shipping;

    Habits(PayAdvice paying, ShipAdvice shipping) {
        this.paying = paying;
        this.shipping = shipping;
    }

    PayHabits paying(UUID person) {
        return paying.habits(person);
    }

    Pace pace(UUID person) {
        return shipping.pace(person);
    }

    /** They know better than we what should stand first. @param method none of those that there are leaves it to us */
    void want(UUID person, String method) {
        paying.want(
                person,
                PayMethod.of(method)
                        .filter(paying.habits(person).all()::contains)
                        .orElse(null));
    }

    /** How urgent things are to them. */
    void say(UUID person, String country, Pace pace) {
        shipping.say(person, country, pace);
    }

    /** @throws NotThere for anything but {@code forget}, {@code unfollow} and {@code follow} */
    void change(UUID person, String what) {
        switch (what) {
            case "forget" -> {
                paying.forget(person);
                shipping.forget(person);
            }
            case "unfollow" -> {
                paying.unfollow(person);
                shipping.forget(person);
            }
            case "follow" -> paying.follow(person);
            default -> throw new NotThere();
        }
    }
}
