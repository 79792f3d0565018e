package io.sampan.simulators.kernel;

/** How often a client may call, in real time: so many at once, refilled at so many a second. */
public final class Bucket {
    private final int perSecond;
    private final int most;
    private double left;
    private long asOf = System.nanoTime();

    /** A full bucket: {@code most} calls at once, then {@code perSecond} a second. */
    public Bucket(int perSecond, int most) {
        this.perSecond = perSecond;
        this.most = most;
        this.left = most;
    }

    /** Whether one more call is allowed now; if so it is counted. */
    public synchronized boolean take() {
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
