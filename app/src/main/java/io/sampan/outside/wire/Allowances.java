package io.sampan.outside.wire;

import io.sampan.outside.wire.Allowance.Wait;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What all nodes together may call: asked before every call, told what platforms say against us. */
interface Allowances {
    /** The API under whose name an app's calls to all of a service's APIs are counted. */
    String WHOLE_APP = "";

    /** Takes one call of what its app and its API may make; or says why it may not be made now, and takes nothing. */
    Optional<Wait> take(Call call);

    /** Keeps every node from calling until then. @param api {@link #WHOLE_APP} for all of them */
    void close(String service, String api, Instant until, String why);

    /** How the service's app and each of its APIs stand now, the app first; empty before the first call. */
    List<Spending> spendings(String service);
}
