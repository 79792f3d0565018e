package io.sampan.outside.carrier;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The carriers that this installation books with. */
@Component
public class Carriers {
    private final Map<String, Carrier> desks;

    Carriers(ObjectProvider<Carrier> configured) {
        this.desks = configured.stream().collect(Collectors.toUnmodifiableMap(Carrier::name, Function.identity()));
    }

    /** The carrier of this name; where none is set up, one that answers that nothing is clear yet. */
    public Carrier at(String name) {
        var desk = desks.get(name);
        return desk == null ? new ClosedCarrier(name) : desk;
    }
}
