package io.hexcache.domain.policy;

import io.hexcache.domain.entry.StoredForm;
import java.time.Duration;

/**
 * How the entries of one namespace are cached.
 *
 * @param ttls how long they live
 * @param local what the process itself may hold of them
 * @param freshness what becomes of them near and after their end
 * @param loads how long readers wait for them
 * @param form in which the store gets them
 * @param durability when writes to a source are acknowledged
 */
public record NamespacePolicy(TtlPolicy ttls, LocalLimits local, FreshnessPolicy freshness, LoadPolicy loads,
        StoredForm form, Durability durability) {

    /** The policy of a namespace about which nothing was said. */
    public static final NamespacePolicy DEFAULT = new NamespacePolicy(TtlPolicy.DEFAULT, LocalLimits.DEFAULT,
            FreshnessPolicy.DEFAULT, LoadPolicy.DEFAULT, StoredForm.DEFAULT, Durability.IMMEDIATE);

    /** The default policy with these times to live and limits. */
    public static NamespacePolicy of(Duration ttl, Duration absentTtl, LocalLimits local) {
        return DEFAULT.with(TtlPolicy.of(ttl, absentTtl)).with(local);
    }

    /** The same with these times to live. */
    public NamespacePolicy with(TtlPolicy newTtls) {
        return new NamespacePolicy(newTtls, local, freshness, loads, form, durability);
    }

    /** The same with these limits. */
    public NamespacePolicy with(LocalLimits newLocal) {
        return new NamespacePolicy(ttls, newLocal, freshness, loads, form, durability);
    }

    /** The same with this freshness. */
    public NamespacePolicy with(FreshnessPolicy newFreshness) {
        return new NamespacePolicy(ttls, local, newFreshness, loads, form, durability);
    }

    /** The same with these loads. */
    public NamespacePolicy with(LoadPolicy newLoads) {
        return new NamespacePolicy(ttls, local, freshness, newLoads, form, durability);
    }

    /** The same, stored in this form. */
    public NamespacePolicy with(StoredForm newForm) {
        return new NamespacePolicy(ttls, local, freshness, loads, newForm, durability);
    }

    /** The same, whose writes to a source are acknowledged like this. */
    public NamespacePolicy with(Durability newDurability) {
        return new NamespacePolicy(ttls, local, freshness, loads, form, newDurability);
    }
}
