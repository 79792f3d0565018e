package io.sampan.outside.gateway;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The gateways that this installation has been given keys for. */
@Component
public class Gateways {
    private final List<Gateway> gateways;

    @Autowired
    Gateways(ObjectProvider<Gateway> gateways) {
        this(gateways.stream().toList());
    }

    /** Those and no others. */
    public Gateways(List<Gateway> gateways) {
        this.gateways =
                gateways.stream().sorted(Comparator.comparing(Gateway::name)).toList();
    }

    /** All that are set up, by name. */
    public List<Gateway> all() {
        return List.copyOf(gateways);
    }

    /** By its {@link Gateway#name}. */
    public Optional<Gateway> named(String name) {
        return gateways.stream().filter(g -> g.name().equals(name)).findFirst();
    }
}
