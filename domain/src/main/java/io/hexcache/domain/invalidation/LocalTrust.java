package io.hexcache.domain.invalidation;

/**
 * Whether this node hears of the changes of the others. While it does not, its copies in L1 prove nothing. One for
 * all namespaces of a node.
 */
public final class LocalTrust {

    private volatile boolean trusted;

    /** A node that hears nothing yet. */
    public LocalTrust() {
        this.trusted = false;
    }

    /** Changes are heard from now on. Every L1 must have begun a new epoch since the last time that they were not. */
    public void regain() {
        trusted = true;
    }

    /** Changes may be missed from now on. */
    public void lose() {
        trusted = false;
    }

    /** Whether copies in L1 may be served and made. */
    public boolean isTrusted() {
        return trusted;
    }
}
