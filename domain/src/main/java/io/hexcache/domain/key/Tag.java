package io.hexcache.domain.key;

import io.hexcache.domain.collection.InOrder;
import io.hexcache.domain.error.InvalidKeyException;
import java.util.Set;

/**
 * A label that entries of any namespace can carry, so that all of them can be invalidated at once.
 *
 * @param name legal Unicode without control characters, not blank, at most 128 bytes of UTF-8
 */
public record Tag(String name) implements Comparable<Tag> {

    /** How many tags one entry may carry. */
    public static final int MAX_PER_ENTRY = 64;

    static final int MAX_BYTES = 128;

    /** Checks the name; throws {@link InvalidKeyException} with the rule that it breaks. */
    public Tag {
        Text.check("tag", name, MAX_BYTES);
    }

    /** An unchangeable copy, refused when it holds more tags than an entry may carry. */
    public static Set<Tag> checked(Set<Tag> tags) {
        if (tags.size() > MAX_PER_ENTRY) {
            throw new InvalidKeyException(tags.size() + " tags on one entry; at most " + MAX_PER_ENTRY
                    + " are allowed");
        }
        return InOrder.copyOf(tags);
    }

    @Override
    public int compareTo(Tag other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
