package io.hexcache.domain.strategy;

import io.hexcache.domain.key.ReservedTags;
import io.hexcache.domain.key.Tag;
import java.util.HashSet;
import java.util.Set;

/** The tags that an entry gets for its value. */
final class EntryTags<V> {

    private final Relations<V> relations;

    EntryTags(Relations<V> relations) {
        this.relations = relations;
    }

    /** Those of its own, and those of the entities that it is about. */
    Set<Tag> of(V value) {
        Set<Tag> tags = new HashSet<>(ReservedTags.checkFree(relations.tagger().apply(value)));
        relations.entities().apply(value).forEach(entity -> tags.add(ReservedTags.ofEntity(entity)));
        return tags;
    }
}
