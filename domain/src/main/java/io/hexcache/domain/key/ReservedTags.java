package io.hexcache.domain.key;

import io.hexcache.domain.error.InvalidKeyException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tags that the cache makes itself, in two families: {@code entity:} and the name of an entity, and {@code dep:}
 * and what an entry depends on. What would be longer than a tag may be is replaced by {@code #} and its hash; no name
 * of a namespace or key begins with that sign. Nobody else may give an entry a tag of these families.
 */
public final class ReservedTags {

    private static final String ENTITY = "entity:";
    private static final String DEPENDENCY = "dep:";
    private static final int MAX_ENTITY_BYTES = 512;

    private ReservedTags() {}

    /**
     * On every entry that is about this entity, such as {@code user:7}.
     *
     * @param entity legal Unicode without control characters, not blank, at most 512 bytes of UTF-8
     */
    public static Tag ofEntity(String entity) {
        Text.check("entity", entity, MAX_ENTITY_BYTES);
        return tag(ENTITY, entity);
    }

    /** On every entry that depends on this key, in whatever version. */
    public static Tag ofDependency(CacheKey on) {
        return tag(DEPENDENCY, on.qualifiedIdentifier());
    }

    /** On every entry that depends on any key of this namespace. */
    public static Tag ofDependency(Namespace on) {
        return tag(DEPENDENCY, on.name());
    }

    private static Tag tag(String family, String name) {
        boolean fits = !name.startsWith("#") && Text.utf8(family + name).length <= Tag.MAX_BYTES;
        return new Tag(family + (fits ? name : "#" + new KeyHash(family).text(name).digits()));
    }

    /** Whether the members of this tag are looked for; those of an entity never are, so they need not be listed. */
    public static boolean isListed(Tag tag) {
        return !tag.name().startsWith(ENTITY);
    }

    /** Those of the tags that are of no reserved family. */
    public static Set<Tag> free(Set<Tag> tags) {
        return tags.stream().filter(tag -> !isReserved(tag)).collect(Collectors.toSet());
    }

    private static boolean isReserved(Tag tag) {
        return tag.name().startsWith(ENTITY) || tag.name().startsWith(DEPENDENCY);
    }

    /** The same tags; refused if one of them is of a reserved family. */
    public static Set<Tag> checkFree(Set<Tag> tags) {
        for (Tag tag : tags) {
            if (isReserved(tag)) {
                throw new InvalidKeyException(("tag %s begins as those that the cache makes itself ('%s', '%s'); choose"
                        + " another name, or declare the namespace with entities or dependencies")
                        .formatted(Text.quoted(tag.name()), ENTITY, DEPENDENCY));
            }
        }
        return tags;
    }
}
