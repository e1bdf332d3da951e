package io.hexcache.domain.key;

import io.hexcache.domain.error.InvalidKeyException;
import java.util.regex.Pattern;

/**
 * The family of keys that one piece of code owns: segments of {@code [a-z][a-z0-9-]*} joined by dots, at most 128
 * characters. {@code user.profile} is a child of {@code user}.
 */
public record Namespace(String name) implements Comparable<Namespace> {

    private static final Pattern LEGAL = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*");
    private static final int MAX_LENGTH = 128;

    /** Checks the name; throws {@link InvalidKeyException} with the rule that it breaks. */
    public Namespace {
        if (name.length() > MAX_LENGTH || !LEGAL.matcher(name).matches()) {
            throw new InvalidKeyException(
                    "namespace %s is not legal: segments of [a-z][a-z0-9-]* joined by '.', at most "
                            .formatted(Text.quoted(name)) + MAX_LENGTH + " characters, such as 'user.profile'");
        }
    }

    /** Whether this is the other namespace or a child of it, at any depth. */
    public boolean isWithin(Namespace ancestor) {
        return name.startsWith(ancestor.name)
                && (name.length() == ancestor.name.length() || name.charAt(ancestor.name.length()) == '.');
    }

    @Override
    public int compareTo(Namespace other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
