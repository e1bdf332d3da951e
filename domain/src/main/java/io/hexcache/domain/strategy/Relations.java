package io.hexcache.domain.strategy;

import io.hexcache.domain.collection.InOrder;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How the entries of a namespace hang together with others.
 *
 * @param tagger the tags that an entry with this value carries
 * @param entities the entities that a value is about
 * @param dependencies the keys whose changes make an entry with this value obsolete
 * @param aliases by name, the other name that a value can be found by; an empty text where it has none
 * @param dependants whether other entries may depend on keys of this namespace
 */
public record Relations<V>(Function<V, Set<Tag>> tagger, Function<V, Set<String>> entities,
        Function<V, Set<CacheKey>> dependencies, Map<String, Function<V, String>> aliases, boolean dependants) {

    /** Copies the aliases. */
    public Relations {
        aliases = InOrder.copyOf(aliases);
    }

    /** Entries that stand alone. */
    public static <V> Relations<V> none() {
        return new Relations<>(value -> Set.of(), value -> Set.of(), value -> Set.of(), Map.of(), false);
    }

    Relations<V> withTags(Function<V, Set<Tag>> newTagger) {
        return new Relations<>(newTagger, entities, dependencies, aliases, dependants);
    }

    Relations<V> withDependencies(Function<V, Set<CacheKey>> newDependencies) {
        return new Relations<>(tagger, entities, newDependencies, aliases, dependants);
    }

    Relations<V> withAlias(String name, Function<V, String> alias) {
        Map<String, Function<V, String>> more = new HashMap<>(aliases);
        if (more.putIfAbsent(name, alias) != null) {
            throw new CacheConfigurationException("alias '" + name + "' is defined twice; give each a name of its own");
        }
        return new Relations<>(tagger, entities, dependencies, more, dependants);
    }

    Relations<V> withDependants() {
        return new Relations<>(tagger, entities, dependencies, aliases, true);
    }

    Relations<V> withEntities(Function<V, Set<String>> newEntities) {
        return new Relations<>(tagger, newEntities, dependencies, aliases, dependants);
    }
}
