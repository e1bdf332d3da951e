package io.hexcache.benchmarks.peers.plan;

/**
 * How much there is to work on.
 *
 * @param keys of which reads choose
 * @param staying keys that an invalidation leaves alone
 * @param doomed keys that it removes
 * @param stampedes how many keys are stormed on this cache
 * @param stormers how many readers storm each, in each process
 */
public record Volume(int keys, int staying, int doomed, int stampedes, int stormers) {

    /** How many keys are stormed on other systems: some need many seconds for each, and one shows what they do. */
    public static final int PEER_STAMPEDES = 1;

    /** For figures. */
    public static final Volume FULL = new Volume(100_000, 990_000, 10_000, 20, 1_000);

    /** For a first look. */
    public static final Volume QUICK = new Volume(100_000, 99_000, 1_000, 3, 1_000);
}
