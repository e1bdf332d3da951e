package io.hexcache.domain.invalidation;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.ReservedTags;
import io.hexcache.domain.key.Tag;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Collectors;

/**
 * The namespaces on whose keys other entries may depend. They are declared while the node is wired, and stay: each
 * change of one of their keys costs a stamp more, so that not every namespace shall pay for it.
 */
public final class Dependants {

    private final Set<Namespace> namespaces = new CopyOnWriteArraySet<>();

    /** From now on, entries may depend on keys of this namespace. */
    public void add(Namespace namespace) {
        namespaces.add(namespace);
    }

    /**
     * The tags of an entry that depends on this key: one for changes of the key, one for changes of unknown keys of its
     * namespace.
     *
     * @throws CacheConfigurationException if nobody may depend on keys of that namespace
     */
    public Set<Tag> tags(Namespace dependant, CacheKey on) {
        if (!namespaces.contains(on.namespace())) {
            throw new CacheConfigurationException(("an entry of %s depends on %s, but on this node namespace %s is not"
                    + " declared with dependants, so its changes would not be passed on; declare it so (there are %s)")
                    .formatted(
                            dependant, on, on.namespace(), namespaces));
        }
        return Set.of(ReservedTags.ofDependency(on), ReservedTags.ofDependency(on.namespace()));
    }

    boolean isEmpty() {
        return namespaces.isEmpty();
    }

    /** What is on the entries that depend on these keys. */
    Set<Tag> ofKeys(Collection<CacheKey> keys) {
        return keys.stream().filter(key -> namespaces.contains(key.namespace())).map(ReservedTags::ofDependency)
                .collect(Collectors.toSet());
    }

    /** What is on all entries that depend on keys which may be meant. */
    Set<Tag> ofNames(KeySelection.ByName selection) {
        return namespaces.stream().filter(namespace -> mayName(selection, namespace)).map(ReservedTags::ofDependency)
                .collect(Collectors.toSet());
    }

    private static boolean mayName(KeySelection.ByName selection, Namespace namespace) {
        String begin = namespace.name() + ":";
        return switch (selection) {
            case KeySelection.Within(Namespace above) -> namespace.isWithin(above);
            case KeySelection.Matching _, KeySelection.StartingWith _ -> begin.startsWith(selection.literalPrefix())
                    || selection.literalPrefix().startsWith(begin);
        };
    }

    boolean hasAnyWithin(Namespace above) {
        return namespaces.stream().anyMatch(namespace -> namespace.isWithin(above));
    }

    /** What is on every entry that depends on anything. */
    Set<Tag> ofAll() {
        return namespaces.stream().map(ReservedTags::ofDependency).collect(Collectors.toSet());
    }
}
