package io.hexcache.application.management;

import io.hexcache.application.management.ManagementCommand.Invalidation;
import io.hexcache.application.management.ManagementCommand.PreviewInvalidation;
import io.hexcache.application.management.ManagementResult.Refused;
import io.hexcache.domain.Caches;
import io.hexcache.domain.DeclaredCache;
import io.hexcache.domain.invalidation.InvalidationResult;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds what is meant by an invalidation, and carries it out or shows what it would do. */
final class InvalidationCommands {

    private final Caches caches;
    private final KnownNamespaces namespaces;

    InvalidationCommands(Caches caches, KnownNamespaces namespaces) {
        this.caches = caches;
        this.namespaces = namespaces;
    }

    ManagementResult carryOut(Invalidation command) {
        return selected(command, selection -> invalidated(caches.invalidate(selection)));
    }

    static ManagementResult invalidated(InvalidationResult result) {
        return new ManagementResult.Invalidated(result.removed(), result.completion(), result.widened());
    }

    ManagementResult preview(PreviewInvalidation command) {
        int samples = command.samples();
        if (samples < 0 || samples > PreviewInvalidation.MAX_SAMPLES) {
            return new Refused(Refused.Reason.ILLEGAL_VALUE, "samples is %d; it must be 0 to %d".formatted(samples,
                    PreviewInvalidation.MAX_SAMPLES));
        }
        return selected(command.invalidation(), selection -> new ManagementResult.Previewed(caches.preview(selection,
                samples)));
    }

    /** What is done with the selection that the command means. */
    ManagementResult selected(Invalidation command, Function<KeySelection, ManagementResult> then) {
        return switch (command) {
            case ManagementCommand.InvalidateKeys(var keys) -> keys(keys, then);
            case ManagementCommand.InvalidatePattern(var pattern) -> then.apply(new KeySelection.Matching(pattern));
            case ManagementCommand.InvalidatePrefix(var prefix) -> then.apply(new KeySelection.StartingWith(prefix));
            case ManagementCommand.InvalidateNamespace(var namespace) ->
                    known(namespace, () -> then.apply(new KeySelection.Within(namespace)));
            case ManagementCommand.InvalidateTags(var tags) -> then.apply(new KeySelection.Tagged(tags));
            case ManagementCommand.ClearNamespace(var namespace) ->
                    known(namespace, () -> then.apply(new KeySelection.Cleared(namespace)));
            case ManagementCommand.ClearEverything() -> then.apply(new KeySelection.Everything());
        };
    }

    private ManagementResult known(Namespace namespace, Supplier<ManagementResult> then) {
        return namespaces.hasAnyWithin(namespace) ? then.get() : namespaces.unknown(namespace);
    }

    private ManagementResult keys(List<String> texts, Function<KeySelection, ManagementResult> then) {
        Set<CacheKey> keys = new HashSet<>();
        for (String text : texts) {
            CacheKey key = CacheKey.parse(text, 0);
            Optional<DeclaredCache<?>> owner = caches.find(key.namespace());
            if (owner.isEmpty()) {
                return namespaces.unknown(key.namespace());
            }
            keys.add(CacheKey.parse(text, owner.get().definition().version()));
        }
        return then.apply(new KeySelection.Keys(keys));
    }
}
