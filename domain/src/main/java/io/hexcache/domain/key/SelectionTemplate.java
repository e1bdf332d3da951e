package io.hexcache.domain.key;

import io.hexcache.domain.collection.InOrder;
import io.hexcache.domain.error.InvalidKeyException;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A selection of keys with places for attributes, such as the pattern <code>user:{userId}:*</code>. It is checked when
 * it is made: what is wrong with the template itself is refused then, with its position.
 *
 * <p>
 * A value stands for itself alone: in a pattern it is escaped, so that data cannot smuggle in a wildcard. For that, a
 * place may neither follow a backslash nor stand within a class in brackets.
 */
public final class SelectionTemplate {

    private enum Kind {
        KEY, PATTERN, TAG
    }

    private final Kind kind;
    private final NameTemplate template;

    private SelectionTemplate(Kind kind, NameTemplate template) {
        this.kind = kind;
        this.template = template;
    }

    /** One key, with its version, such as <code>user:{userId}:profile:v0</code>. */
    public static SelectionTemplate key(String text) {
        return checked(Kind.KEY, NameTemplate.of(text));
    }

    /** Every key that matches, in the grammar of {@link KeyPattern}, such as <code>user:{userId}:*</code>. */
    public static SelectionTemplate pattern(String text) {
        NameTemplate template = NameTemplate.of(text);
        template.parts().stream().filter(part -> !part.isAttribute()).forEach(part -> checkComplete(text, part.text()));
        return checked(Kind.PATTERN, template);
    }

    /** Every entry that carries the tag, such as <code>user-{userId}</code>. */
    public static SelectionTemplate tag(String text) {
        return checked(Kind.TAG, NameTemplate.of(text));
    }

    /** What is legal with a harmless value in each place can only be made illegal by the values. */
    private static SelectionTemplate checked(Kind kind, NameTemplate template) {
        SelectionTemplate checked = new SelectionTemplate(kind, template);
        checked.select(name -> "x");
        return checked;
    }

    /** Each piece between two places is a whole pattern by itself, so that no value is read as part of its syntax. */
    private static void checkComplete(String text, String piece) {
        new GlobParser(piece).parse();
        int backslashes = piece.length() - piece.replaceAll("\\\\+$", "").length();
        if (backslashes % 2 != 0) {
            throw new InvalidKeyException(
                    "template %s has a lone '\\' at the end of its piece %s; remove it, values are escaped anyway"
                            .formatted(Text.quoted(text), Text.quoted(piece)));
        }
    }

    /** The names of the attributes that {@link #select} asks for. */
    public Set<String> attributes() {
        return template.parts().stream().filter(NameTemplate.Part::isAttribute).map(NameTemplate.Part::text).collect(
                InOrder.toSet());
    }

    /**
     * The selection with these values. Throws {@link InvalidKeyException} when a value makes it illegal, such as one
     * with a control character or one that makes it too long.
     *
     * @param valueOf the value of the attribute of this name, not blank; throws when there is none
     */
    public KeySelection select(UnaryOperator<String> valueOf) {
        return switch (kind) {
            case KEY -> KeySelection.Keys.of(CacheKey.parse(template.fill(valueOf)));
            case PATTERN -> new KeySelection.Matching(KeyPattern.of(template.fill(name -> KeyPattern.quote(valueOf
                    .apply(name)))));
            case TAG -> new KeySelection.Tagged(Set.of(new Tag(template.fill(valueOf))));
        };
    }

    /** The template as it was written. */
    @Override
    public String toString() {
        return template.toString();
    }
}
