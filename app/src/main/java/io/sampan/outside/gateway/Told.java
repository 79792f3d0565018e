package io.sampan.outside.gateway;

import java.time.Duration;
import java.util.function.Function;

/** What came of a connector's call that was to tell a T. */
public sealed interface Told<T> {
    record Yes<T>(T value) implements Told<T> {}

    /** Refused for good; the code is the gateway's. */
    record No<T>(String code) implements Told<T> {}

    /** Not tried. */
    record Later<T>(Duration after, String why) implements Told<T> {}

    /** Nobody knows. */
    record Lost<T>(String why) implements Told<T> {}

    /** The same of another thing, made from the value if there is one. */
    default <U> Told<U> then(Function<T, Told<U>> next) {
        return switch (this) {
            case Yes<T>(var value) -> next.apply(value);
            case No<T>(var code) -> new No<>(code);
            case Later<T>(var after, var why) -> new Later<>(after, why);
            case Lost<T>(var why) -> new Lost<>(why);
        };
    }

    default <U> Told<U> map(Function<T, U> made) {
        return then(value -> new Yes<>(made.apply(value)));
    }

    /** Why there is no value, as an outcome of whatever the call was to tell; nothing when there is one. */
    default String why() {
        return switch (this) {
            case Yes<T> _ -> "";
            case No<T>(var code) -> code;
            case Later<T>(var _, var why) -> why;
            case Lost<T>(var why) -> why;
        };
    }
}
