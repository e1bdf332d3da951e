package io.hexcache.domain.invalidation;

import io.hexcache.domain.error.InvalidKeyException;
import java.util.regex.Pattern;

/** The rule for names of events and tables. Programmers write them, so they can be held to few characters. */
final class OccurrenceName {

    private static final Pattern LEGAL = Pattern.compile("[\\p{L}\\p{N}_.:/$-]{1,128}");

    private OccurrenceName() {}

    /** Returns the name; refuses blanks, and whatever could forge a line of a log. */
    static String check(String what, String name) {
        if (!LEGAL.matcher(name).matches()) {
            throw new InvalidKeyException(("the name of %s, %d characters long, is not legal: 1 to 128 letters, digits"
                    + " or characters out of '_.:/$-', such as 'user.updated'").formatted(what, name.length()));
        }
        return name;
    }
}
