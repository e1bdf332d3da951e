package io.hexcache.domain.key;

import io.hexcache.domain.error.InvalidKeyException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of one cached thing: a namespace, an identifier within it, and the version of the key.
 *
 * <p>
 * It is rendered {@code namespace:identifier:vN}, always with the version. A namespace has no colon and the version
 * is the last segment, so the identifier is everything between, may hold colons, and two different keys never render
 * alike: {@code parse(key.render())} is the key. The version belongs to the code that owns the namespace, which
 * raises it when the meaning of the cached value changes.
 *
 * @param identifier legal Unicode without control characters, not blank; the rendered key takes at most 512 bytes
 * @param version 0 or more
 */
public record CacheKey(Namespace namespace, String identifier, int version) {

    /** The longest rendered key, in bytes of UTF-8. */
    public static final int MAX_BYTES = 512;

    private static final int BASE = 10;

    private static final Pattern VERSIONED = Pattern.compile("(.*):v(0|[1-9][0-9]{0,9})", Pattern.DOTALL);

    /** Checks the parts; throws {@link InvalidKeyException} with the rule that one of them breaks, and where. */
    public CacheKey {
        if (version < 0) {
            throw new InvalidKeyException("key version " + version + " is negative; it must be 0 or more");
        }
        int rest = namespace.name().length() + ":".length() + ":v".length() + digits(version);
        Text.check("identifier", identifier, MAX_BYTES - rest);
    }

    /** The key that was rendered as this text. */
    public static CacheKey parse(String text) {
        Matcher versioned = VERSIONED.matcher(text);
        if (!versioned.matches()) {
            throw new InvalidKeyException("key %s has no version; write namespace:identifier:vN, such as 'user:7:v0'"
                    .formatted(Text.quoted(text)));
        }
        return split(versioned.group(1), version(text, versioned.group(2)));
    }

    /**
     * The key that a person means: as {@link #parse(String)}, but the version may be left out and is then the given
     * one. A last segment that looks like a version is the version.
     */
    public static CacheKey parse(String text, int currentVersion) {
        return VERSIONED.matcher(text).matches() ? parse(text) : split(text, currentVersion);
    }

    /** The one text that stands for this key everywhere: in Redis, on the bus, in logs. */
    public String render() {
        return qualifiedIdentifier() + ":v" + version;
    }

    /** This key in its version, the one before, and the one after, as far as these are legal. */
    public Set<CacheKey> neighbours() {
        Set<CacheKey> neighbours = new HashSet<>(Set.of(this));
        if (version > 0) {
            neighbours.add(new CacheKey(namespace, identifier, version - 1));
        }
        int growth = version == Integer.MAX_VALUE ? MAX_BYTES : digits(version + 1) - digits(version);
        if (Text.utf8(render()).length + growth <= MAX_BYTES) {
            neighbours.add(new CacheKey(namespace, identifier, version + 1));
        }
        return neighbours;
    }

    /** The key without its version, which is what prefixes and patterns are matched with. */
    public String qualifiedIdentifier() {
        return namespace.name() + ":" + identifier;
    }

    @Override
    public String toString() {
        return render();
    }

    private static CacheKey split(String qualified, int version) {
        int colon = qualified.indexOf(':');
        if (colon < 0) {
            throw new InvalidKeyException("key %s has no namespace; write namespace:identifier, such as 'user:7'"
                    .formatted(Text.quoted(qualified)));
        }
        return new CacheKey(new Namespace(qualified.substring(0, colon)), qualified.substring(colon + 1), version);
    }

    private static int version(String text, String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException tooLarge) {
            throw new InvalidKeyException("key %s has a version beyond %d".formatted(Text.quoted(text),
                    Integer.MAX_VALUE));
        }
    }

    private static int digits(int number) {
        return number < BASE ? 1 : Integer.toString(number).length();
    }
}
