package io.sampan.outside.gateway;

import java.time.Duration;

/** What came of a connector's call that was to tell a T. */
public sealed interface Told<T> {
    record Yes<T>(T value) implements Told<T> {}

    /** Refused for good; the code is the gateway's. */
    record No<T>(String code) implements Told<T> {}

    /** Not tried. */
    record Later<T>(Duration after, String why) implements Told<T> {}

    /** Nobody knows. */
    record Lost<T>(String why) implements Told<T> {}

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
