package io.sampan.simulators;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the outside world is set up.
 *
 * @param data      where the services keep their books; null keeps everything in memory
 * @param seed      the world's seed: the same seed gives the same goods, shops and parcels' journeys
 * @param basePort  the control port, the services follow it; 0 takes free ports throughout
 * @param worldSize how many offers the world holds, 1 to 1,000,000
 */
public record SimulatorSettings(@Nullable Path data, long seed, int basePort, int worldSize) {
    /** The seed of the demo world. */
    public static final long USUAL_SEED = 20261122;
    /** The control port unless told otherwise. */
    public static final int USUAL_PORT = 9100;
    /** Offers in the demo world. */
    public static final int USUAL_SIZE = 20_000;

    public SimulatorSettings {
        if (basePort < 0 || basePort > 65_500) {
            throw new IllegalArgumentException("port: 0 to 65500");
        }
        if (worldSize < 1 || worldSize > 1_000_000) {
            throw new IllegalArgumentException("offers: 1 to 1000000");
        }
    }

    /** In memory, on free ports: for tests. */
    public static SimulatorSettings forTests() {
        return new SimulatorSettings(null, USUAL_SEED, 0, USUAL_SIZE);
    }

    /**
     * Reads {@code --data=FOLDER --seed=N --port=N --offers=N}, each optional. Throws {@link IllegalArgumentException} for
     * anything else.
     */
    public static SimulatorSettings of(List<String> arguments) {
        var settings = new SimulatorSettings(null, USUAL_SEED, USUAL_PORT, USUAL_SIZE);
        for (String argument : arguments) {
            settings = settings.with(argument);
        }
        return settings;
    }

    private SimulatorSettings with(String argument) {
        int equals = argument.indexOf('=');
        String value = argument.substring(equals + 1);
        return switch (equals < 0 ? argument : argument.substring(0, equals)) {
            case "--data" -> new SimulatorSettings(Path.of(value), seed, basePort, worldSize);
            case "--seed" -> new SimulatorSettings(data, Long.parseLong(value), basePort, worldSize);
            case "--port" -> new SimulatorSettings(data, seed, Integer.parseInt(value), worldSize);
            case "--offers" -> new SimulatorSettings(data, seed, basePort, Integer.parseInt(value));
            default ->
                throw new IllegalArgumentException(
                        "Unknown setting " + argument + "; known are --data= --seed= --port= --offers=");
        };
    }
}
