package io.hexcache.domain.key;

import io.hexcache.domain.error.InvalidKeyException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A glob in the grammar of Redis, matched with {@code namespace:identifier} byte by byte of its UTF-8: {@code *} any
 * bytes, {@code ?} one byte, {@code [abc]}, {@code [a-z]} and {@code [^x]} one byte of a class, {@code \} the next
 * byte as it stands (<a href="https://redis.io/docs/latest/commands/keys/">KEYS</a>).
 *
 * <p>
 * Unlike Redis, an unclosed class is refused. A pattern takes at most 256 bytes and 16 wildcards. Matching takes at
 * most pattern times text steps, since only the last star is ever tried again.
 */
public final class KeyPattern {

    private static final int MAX_BYTES = 256;
    private static final int MAX_WILDCARDS = 16;

    private final String text;
    private final List<GlobParser.Element> elements;

    private KeyPattern(String text, List<GlobParser.Element> elements) {
        this.text = text;
        this.elements = elements;
    }

    /** Reads a pattern; throws {@link InvalidKeyException} with the rule that it breaks. */
    public static KeyPattern of(String text) {
        Text.check("pattern", text, MAX_BYTES);
        GlobParser parser = new GlobParser(text);
        List<GlobParser.Element> elements = parser.parse();
        if (parser.wildcards() > MAX_WILDCARDS) {
            throw new InvalidKeyException("pattern %s has %d wildcards; at most %d are allowed".formatted(Text.quoted(
                    text), parser.wildcards(), MAX_WILDCARDS));
        }
        return new KeyPattern(text, elements);
    }

    /** The pattern that matches exactly this text, whatever it holds. */
    public static String quote(String text) {
        return text.replaceAll("[*?\\[\\]\\\\^-]", "\\\\$0");
    }

    /** Whether the pattern matches the whole of the text. */
    public boolean matches(String candidate) {
        return matches(candidate.getBytes(StandardCharsets.UTF_8));
    }

    private boolean matches(byte[] bytes) {
        int element = 0;
        int position = 0;
        int star = -1;
        int afterStar = 0;
        while (position < bytes.length) {
            if (element < elements.size() && elements.get(element).star()) {
                star = element++;
                afterStar = position;
            } else if (element < elements.size() && elements.get(element).takes(bytes[position])) {
                element++;
                position++;
            } else if (star >= 0) {
                element = star + 1;
                position = ++afterStar;
            } else {
                return false;
            }
        }
        while (element < elements.size() && elements.get(element).star()) {
            element++;
        }
        return element == elements.size();
    }

    /** The bytes that every match begins with, as long as they are plain text; a store can scan for them. */
    public String literalPrefix() {
        byte[] prefix = new byte[elements.size()];
        int length = 0;
        while (length < elements.size() && elements.get(length).isLiteral()) {
            prefix[length] = (byte) elements.get(length).bytes().nextSetBit(0);
            length++;
        }
        // A prefix that ends within a character would not survive the way through a string.
        while (length > 0 && length < elements.size() && !new String(Arrays.copyOf(prefix, length),
                StandardCharsets.UTF_8).chars().allMatch(c -> c != 0xfffd)) {
            length--;
        }
        return new String(prefix, 0, length, StandardCharsets.UTF_8);
    }

    /** The pattern as it was written. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyPattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
