package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.StoredForm;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.ReservedTags;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.policy.Durability;
import io.hexcache.domain.policy.Jitter;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.TtlBounds;
import io.hexcache.domain.tier.WriteTarget;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What one write says differently from its namespace.
 *
 * @param ttl empty means the namespace's own
 * @param tags in addition to those of the namespace's definition
 * @param jitter what is cut off the ttl at random; empty means as the namespace says
 * @param keepsTtl whether the value gets what is left of the ttl of the one that it replaces; one that replaces none
 *            gets a ttl of its own
 * @param target where the value goes
 * @param form in which the store gets it; empty means as the namespace says
 * @param delivery how it gets to the source
 */
public record WriteOptions(Optional<Duration> ttl, Set<Tag> tags, Optional<Jitter> jitter, boolean keepsTtl,
        WriteTarget target, Optional<StoredForm> form, Delivery delivery) {

    /** As the namespace says. */
    public static final WriteOptions NONE = new WriteOptions(Optional.empty(), Set.of());

    /** Checks the ttl and the number of tags, and that the options can hold together. */
    public WriteOptions {
        ttl.ifPresent(given -> TtlBounds.check("ttl", given));
        tags = ReservedTags.checkFree(Tag.checked(tags));
        if (keepsTtl && (ttl.isPresent() || target == WriteTarget.L1_ONLY)) {
            throw new CacheConfigurationException(
                    "a write that keeps the ttl has none of its own and goes to L2; leave out ttl %s and target %s"
                            .formatted(ttl.map(Duration::toString).orElse("(none)"), target));
        }
    }

    /** With this ttl and these tags, else as the namespace says. */
    public WriteOptions(Optional<Duration> ttl, Set<Tag> tags) {
        this(ttl, tags, Optional.empty(), false, WriteTarget.BOTH, Optional.empty(), Delivery.NONE);
    }

    /** The same with this ttl. */
    public WriteOptions withTtl(Duration newTtl) {
        return new WriteOptions(Optional.of(newTtl), tags, jitter, keepsTtl, target, form, delivery);
    }

    /** The same with these tags. */
    public WriteOptions withTags(Set<Tag> newTags) {
        return new WriteOptions(ttl, newTags, jitter, keepsTtl, target, form, delivery);
    }

    /** The same with this jitter; {@link Jitter#NONE} for an exact ttl. */
    public WriteOptions withJitter(Jitter newJitter) {
        return new WriteOptions(ttl, tags, Optional.of(newJitter), keepsTtl, target, form, delivery);
    }

    /** The same, with what is left of the ttl of the value that is replaced. */
    public WriteOptions keepingTtl() {
        return new WriteOptions(ttl, tags, jitter, true, target, form, delivery);
    }

    /** The same, to there. */
    public WriteOptions into(WriteTarget newTarget) {
        return new WriteOptions(ttl, tags, jitter, keepsTtl, newTarget, form, delivery);
    }

    /** The same in this form. */
    public WriteOptions in(StoredForm newForm) {
        return new WriteOptions(ttl, tags, jitter, keepsTtl, target, Optional.of(newForm), delivery);
    }

    /** The same for a value in the place of one that has this left of its ttl. */
    WriteOptions after(Duration left) {
        Duration legal = left.compareTo(TtlBounds.SHORTEST) < 0 ? TtlBounds.SHORTEST : left;
        return new WriteOptions(Optional.of(legal), tags, Optional.of(Jitter.NONE), false, target, form, delivery);
    }

    /** The same, to the source like this. */
    public WriteOptions delivered(Delivery newDelivery) {
        return new WriteOptions(ttl, tags, jitter, keepsTtl, target, form, newDelivery);
    }

    /** When the write is acknowledged, in a namespace of this policy. */
    Durability durability(NamespacePolicy policy) {
        return delivery.durability().orElseGet(policy::durability);
    }
}
