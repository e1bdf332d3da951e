package io.hexcache.domain.key;

import io.hexcache.domain.collection.InOrder;
import io.hexcache.domain.error.InvalidKeyException;
import java.util.Set;

/**
 * What an invalidation is about. One rule decides everywhere, in both tiers, on the bus and in what is still to be
 * repeated, whether an entry is meant: {@link #selects}.
 */
public sealed interface KeySelection {

    /** Whether an entry with this key and these tags is meant. */
    boolean selects(CacheKey key, Set<Tag> tags);

    /** These keys; at least one, at most {@value #MAX_KEYS}. */
    record Keys(Set<CacheKey> keys) implements KeySelection {

        /** The most keys that one selection may name. */
        public static final int MAX_KEYS = 10_000;

        /** Checks the number of keys. */
        public Keys {
            checkSize("keys", keys, MAX_KEYS);
            keys = InOrder.copyOf(keys);
        }

        /** The selection of one key. */
        public static Keys of(CacheKey key) {
            return new Keys(Set.of(key));
        }

        /**
         * The selection of one key in its version, the one before and the one after: what changes at the source
         * changes for the nodes of the release before and after this one too, which run beside it while a new version
         * is rolled out.
         */
        public static Keys ofNeighbours(CacheKey key) {
            return new Keys(key.neighbours());
        }

        @Override
        public boolean selects(CacheKey key, Set<Tag> tags) {
            return keys.contains(key);
        }
    }

    /** A selection that the names of the keys decide alone, so that a store can find its members by a scan. */
    sealed interface ByName extends KeySelection {

        /** Whether an entry with this key is meant. */
        boolean selects(CacheKey key);

        /** The text that every selected {@code namespace:identifier} begins with; may be empty. */
        String literalPrefix();

        @Override
        default boolean selects(CacheKey key, Set<Tag> tags) {
            return selects(key);
        }
    }

    /** Every key of any version whose {@code namespace:identifier} matches. */
    record Matching(KeyPattern pattern) implements ByName {

        @Override
        public boolean selects(CacheKey key) {
            return pattern.matches(key.qualifiedIdentifier());
        }

        @Override
        public String literalPrefix() {
            return pattern.literalPrefix();
        }
    }

    /** Every key of any version whose {@code namespace:identifier} begins so. */
    record StartingWith(String prefix) implements ByName {

        /** Checks the prefix as a part of a key. */
        public StartingWith {
            Text.check("prefix", prefix, CacheKey.MAX_BYTES);
        }

        @Override
        public boolean selects(CacheKey key) {
            return key.qualifiedIdentifier().startsWith(prefix);
        }

        @Override
        public String literalPrefix() {
            return prefix;
        }
    }

    /** Every key of the namespace and of its children. */
    record Within(Namespace namespace) implements ByName {

        @Override
        public boolean selects(CacheKey key) {
            return key.namespace().isWithin(namespace);
        }

        @Override
        public String literalPrefix() {
            return namespace.name();
        }
    }

    /**
     * A selection that a stamp makes obsolete, whether or not its entries can be found: its members may be unknown, and
     * may come into being while the change goes on.
     */
    sealed interface Stamped extends KeySelection {

        /** What gets the stamp. */
        Set<Subject> subjects();
    }

    /** Every entry that carries at least one of these tags; at least one, at most {@value #MAX_TAGS}. */
    record Tagged(Set<Tag> tags) implements Stamped {

        /** The most tags that one selection may name. */
        public static final int MAX_TAGS = 1_000;

        /** Checks the number of tags. */
        public Tagged {
            checkSize("tags", tags, MAX_TAGS);
            tags = InOrder.copyOf(tags);
        }

        @Override
        public boolean selects(CacheKey key, Set<Tag> carried) {
            return carried.stream().anyMatch(tags::contains);
        }

        @Override
        public Set<Subject> subjects() {
            return tags.stream().map(Subject::of).collect(InOrder.toSet());
        }
    }

    /** Every entry of the namespace and its children, without finding them. */
    record Cleared(Namespace namespace) implements Stamped {

        @Override
        public boolean selects(CacheKey key, Set<Tag> tags) {
            return key.namespace().isWithin(namespace);
        }

        @Override
        public Set<Subject> subjects() {
            return Set.of(Subject.of(namespace));
        }
    }

    /** Every entry there is, without finding them. */
    record Everything() implements Stamped {

        @Override
        public boolean selects(CacheKey key, Set<Tag> tags) {
            return true;
        }

        @Override
        public Set<Subject> subjects() {
            return Set.of(Subject.EVERYTHING);
        }
    }

    private static void checkSize(String what, Set<?> items, int max) {
        if (items.isEmpty() || items.size() > max) {
            throw new InvalidKeyException("%d %s in one selection; 1 to %d are allowed".formatted(items.size(), what,
                    max));
        }
    }
}
