package io.hexcache.infrastructure.memory;

import io.hexcache.domain.port.LeaseToken;

/** Who may fill a key, and the reading of the ticker from which on nobody may. */
record Lease(LeaseToken token, long deadline) {

    boolean isLive(long now) {
        return deadline - now > 0;
    }

    boolean isHeldWith(LeaseToken presented, long now) {
        return isLive(now) && token.equals(presented);
    }
}
