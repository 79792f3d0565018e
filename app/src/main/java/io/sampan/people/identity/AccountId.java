package io.sampan.people.identity;

import java.util.UUID;

/** One account, for ever: it is never given to somebody else. */
public record AccountId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
