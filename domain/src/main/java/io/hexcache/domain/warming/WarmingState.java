package io.hexcache.domain.warming;

/** Where a run is. */
public enum WarmingState {

    /** It waits for its turn. */
    WAITING,

    /** It warms. */
    RUNNING,

    /** It has seen every key; some may have failed. */
    DONE,

    /** It was stopped before it had seen every key. */
    CANCELLED,

    /** Its key source failed, or there were no threads for it; it has not seen every key. */
    FAILED;

    /** Whether nothing more will happen. */
    public boolean isOver() {
        return this == DONE || this == CANCELLED || this == FAILED;
    }
}
