package io.hexcache.bootstrap.node;

import io.hexcache.application.management.ComponentHealth;
import io.hexcache.application.management.HealthCheck;
import io.hexcache.domain.port.JournalState;
import io.hexcache.domain.writebehind.WriteBehindService;
import io.hexcache.domain.writebehind.WriteBehindStatus;

/** Whether deferred writes can be acknowledged, and how many wait. */
record JournalHealth(WriteBehindService writes, String kind) implements HealthCheck {

    @Override
    public ComponentHealth check() {
        WriteBehindStatus status = writes.status();
        String depth = "%d writes wait for their sources, %d were set aside".formatted(status.pending(), status.dead());
        return switch (status.journal()) {
            case JournalState.Open _ -> new ComponentHealth("journal", true, kind + "; " + depth, true);
            case JournalState.Broken(String reason) -> new ComponentHealth("journal", false, reason + "; " + depth,
                    true);
            case JournalState.Closed _ -> new ComponentHealth("journal", false, "closed; " + depth, true);
        };
    }
}
