package io.hexcache.domain.strategy;

import io.hexcache.domain.invalidation.Dependants;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.ReservedTags;
import io.hexcache.domain.key.Tag;
import java.util.HashSet;
import java.util.Set;

/** The tags that an entry gets for its value. */
final class EntryTags<V> {

    private final Namespace namespace;
    private final Relations<V> relations;
    private final Dependants dependants;

    EntryTags(CacheDefinition<V> definition, Dependants dependants) {
        this.namespace = definition.namespace();
        this.relations = definition.relations();
        this.dependants = dependants;
    }

    /** Its own, those of the entities that it is about, and those of what it depends on. */
    Set<Tag> of(V value) {
        Set<Tag> tags = new HashSet<>(ReservedTags.checkFree(relations.tagger().apply(value)));
        relations.entities().apply(value).forEach(entity -> tags.add(ReservedTags.ofEntity(entity)));
        relations.dependencies().apply(value).forEach(key -> tags.addAll(dependants.tags(namespace, key)));
        return tags;
    }
}
