package io.sampan.people.identity;

import java.util.UUID;

/** One entry of an address book. */
public record AddressId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
