package io.hexcache.infrastructure.http;

import io.hexcache.domain.key.Tag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An entry, as the body of a request that stores it.
 *
 * @param value any JSON but null
 */
record EntryDocument(Object value, Optional<String> ttl, Optional<List<String>> tags) {

    Set<Tag> tagSet() {
        return Tag.checked(tags.orElse(List.of()).stream().map(Tag::new).collect(Collectors.toSet()));
    }
}
