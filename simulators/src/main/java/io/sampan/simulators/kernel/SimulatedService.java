package io.sampan.simulators.kernel;

import java.net.URI;
import java.util.Map;

/** One service of the outside world, as the simulators' main class starts it and the control page shows it. */
public interface SimulatedService {

    /** Its short name on the control page, in faults and in webhooks, such as {@code stripe}. */
    String name();

    /** Its wire side. */
    Handler handler();

    /** Called once, when all services listen: where each is, by name. Due work left by an earlier run is taken up here. */
    default void opened(Map<String, URI> addresses) {}

    /** What its developer console would show: keys, secrets, tokens of the demo account. */
    Map<String, String> credentials();

    /** Its own books, as something that JSON can carry: the truth against which tests compare. */
    Object state();

    /**
     * Lets the world act upon the service, as a seller, a bank or the weather would. Throws
     * {@link IllegalArgumentException} when there is no such action or a field is wrong.
     */
    default Object act(String action, Map<String, String> form) {
        throw new IllegalArgumentException(name() + " knows no action " + action);
    }

    /** The actions it knows, each with its form fields, for the control page. */
    default Map<String, String> actions() {
        return Map.of();
    }
}
