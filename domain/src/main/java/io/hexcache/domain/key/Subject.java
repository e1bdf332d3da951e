package io.hexcache.domain.key;

/**
 * What a stamp can be given to: a tag, a namespace with its children, or everything.
 *
 * @param name {@code tag:} and the tag, {@code ns:} and the namespace, or {@code *}
 */
public record Subject(String name) {

    /** Every entry there is. */
    public static final Subject EVERYTHING = new Subject("*");

    /** Every entry that carries this tag. */
    public static Subject of(Tag tag) {
        return new Subject("tag:" + tag.name());
    }

    /** Every entry of this namespace and its children. */
    public static Subject of(Namespace namespace) {
        return new Subject("ns:" + namespace.name());
    }
}
