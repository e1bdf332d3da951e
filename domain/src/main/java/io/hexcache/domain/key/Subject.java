package io.hexcache.domain.key;

import java.util.ArrayList;
import java.util.List;

/**
 * What a stamp can be given to: a tag, a namespace with its children, or everything.
 *
 * @param name {@code tag:} and the tag, {@code ns:} and the namespace, or {@code *}
 */
public record Subject(String name) {

    private static final String NAMESPACE = "ns:";

    /** Every entry there is. */
    public static final Subject EVERYTHING = new Subject("*");

    /** Every entry that carries this tag. */
    public static Subject of(Tag tag) {
        return new Subject("tag:" + tag.name());
    }

    /** Every entry of this namespace and its children. */
    public static Subject of(Namespace namespace) {
        return new Subject(NAMESPACE + namespace.name());
    }

    /** This namespace and all those above it, the nearest first. */
    public static List<Subject> lineage(Namespace namespace) {
        String name = NAMESPACE + namespace.name();
        List<Subject> lineage = new ArrayList<>();
        for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
            lineage.add(new Subject(name.substring(0, end)));
        }
        return lineage;
    }
}
