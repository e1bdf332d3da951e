package io.hexcache.domain.key;

import io.hexcache.domain.error.InvalidKeyException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules that every piece of a name obeys, and the way in which a refused one is shown. */
final class Text {

    private static final int SHOWN = 60;

    /** What a char takes at most in UTF-8: a short text need not be encoded to know that it fits. */
    private static final int MOST_BYTES = 3;

    private static final char DELETE = 0x7f;
    private static final Set<Byte> INVISIBLE = Set.of(Character.CONTROL, Character.FORMAT, Character.SURROGATE,
            Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR);

    private Text() {}

    /** Refuses blank text, control characters, halves of surrogate pairs, and more than {@code maxBytes} of UTF-8. */
    static void check(String what, @Nullable String text, int maxBytes) {
        if (text == null) {
            throw new InvalidKeyException(what + " is null; give it a name");
        }
        if (text.isBlank()) {
            throw new InvalidKeyException(what + " is blank; it needs at least one visible character");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                continue;
            }
            if (Character.isISOControl(c)) {
                throw new InvalidKeyException("%s %s holds the control character U+%04X at position %d; remove it"
                        .formatted(what, quoted(text), (int) c, i));
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c) || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new InvalidKeyException("%s %s holds half a surrogate pair at position %d; it is not Unicode"
                            .formatted(what, quoted(text), i));
                }
                i++;
            }
        }
        int bytes = text.length() * MOST_BYTES <= maxBytes ? 0 : utf8(text).length;
        if (bytes > maxBytes) {
            throw new InvalidKeyException("%s %s takes %d bytes of UTF-8; at most %d are allowed".formatted(what,
                    quoted(text), bytes, maxBytes));
        }
    }

    /** Whether it is visible ASCII or a space, as nearly all are; nothing more has to be known of it. */
    private static boolean isPlain(char c) {
        return c >= ' ' && c < DELETE;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The text in quotes, shortened, with everything invisible escaped, so that no log line can be forged. */
    static String quoted(String text) {
        StringBuilder shown = new StringBuilder("'");
        text.codePoints().limit(SHOWN).forEach(c -> {
            if (INVISIBLE.contains((byte) Character.getType(c))) {
                shown.append("\\u%04x".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.append(text.length() > SHOWN ? "...'" : "'").toString();
    }
}
