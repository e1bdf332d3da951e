package io.hexcache.domain.invalidation;

import java.util.Map;

/** Something that happened outside of the cache and may have made cached entries obsolete. */
public sealed interface Occurrence permits DomainEvent, DataChange {

    /** What happened, in words: the same for all occurrences that the same rules are for. */
    String subject();

    /** What the templates of the rules may ask for, by name. */
    Map<String, String> attributes();
}
