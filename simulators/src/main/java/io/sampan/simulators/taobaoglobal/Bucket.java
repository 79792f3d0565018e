package io.sampan.simulators.taobaoglobal;

/** How often an app may call, in real time: so many at once, refilled at so many a second. */
final class Bucket {
    private final int perSecond;
    private final int most;
    private double left;
    private long asOf = System.nanoTime();

    Bucket(int perSecond, int most) {
        this.perSecond = perSecond;
        this.most = most;
        this.left = most;
    }

    /** Whether one more call is allowed now; if so it is counted. */
    synchronized boolean take() {
        long now = System.nanoTime();
        left = Math.min(most, left + (now - asOf) / 1e9 * perSecond);
        asOf = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
