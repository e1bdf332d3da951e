package io.hexcache.domain.strategy;

import io.hexcache.domain.policy.Durability;
import io.hexcache.domain.policy.Urgency;
import java.util.Optional;

/**
 * How a write gets to its source of truth; of no effect where there is none.
 *
 * @param durability empty means as the namespace says
 * @param urgency of a write that waits; empty means as the rules of the node say
 */
public record Delivery(Optional<Durability> durability, Optional<Urgency> urgency) {

    /** As the namespace and the node say. */
    public static final Delivery NONE = new Delivery(Optional.empty(), Optional.empty());

    /** Acknowledged like this, as urgent as the node says. */
    public static Delivery of(Durability durability) {
        return new Delivery(Optional.of(durability), Optional.empty());
    }
}
