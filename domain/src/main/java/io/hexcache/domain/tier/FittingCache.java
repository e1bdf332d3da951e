package io.hexcache.domain.tier;

import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.port.LocalCache;
import io.hexcache.domain.port.LocalCacheFactory;
import io.hexcache.domain.port.LocalUsage;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * An L1 whose size can change: it then begins anew, empty. What is being stored in the old one meanwhile is lost, which
 * L1 may do at any time. Nothing outdated comes up that way: who stores in the new one asks its condition after the
 * change of size, and who changes something makes that condition false before it looks for what to remove.
 */
final class FittingCache<V> implements LocalCache<V> {

    private record Fitted<V>(long maxEntries, long maxBytes, LocalCache<V> cache) {}

    private final LocalCacheFactory factory;
    private final AtomicReference<Fitted<V>> fitted;

    FittingCache(LocalCacheFactory factory, LocalLimits limits) {
        this.factory = factory;
        this.fitted = new AtomicReference<>(fitted(limits));
    }

    private Fitted<V> fitted(LocalLimits limits) {
        return new Fitted<>(limits.maxEntries(), limits.maxBytes(), factory.create(limits));
    }

    /** Begins anew if these limits allow another size. */
    void fit(LocalLimits limits) {
        Fitted<V> seen = current();
        if (seen.maxEntries() != limits.maxEntries() || seen.maxBytes() != limits.maxBytes()) {
            fitted.compareAndSet(seen, fitted(limits));
        }
    }

    private Fitted<V> current() {
        return Objects.requireNonNull(fitted.get(), "set by the constructor");
    }

    @Override
    public Optional<LocalEntry<V>> get(String identifier) {
        return current().cache().get(identifier);
    }

    @Override
    public boolean putIf(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
        return current().cache().putIf(identifier, entry, condition);
    }

    @Override
    public boolean putOrRemove(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
        Fitted<V> chosen = current();
        boolean held = chosen.cache().putOrRemove(identifier, entry, condition);
        if (!current().equals(chosen)) {
            // The other one may have taken something older before the condition was asked.
            current().cache().remove(identifier);
        }
        return held;
    }

    @Override
    public void remove(String identifier) {
        current().cache().remove(identifier);
    }

    @Override
    public void removeIf(Predicate<LocalEntry<V>> matches) {
        current().cache().removeIf(matches);
    }

    @Override
    public LocalUsage usage() {
        return current().cache().usage();
    }
}
