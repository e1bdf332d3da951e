package io.hexcache.domain.key;

import io.hexcache.domain.error.InvalidKeyException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Text with places for attributes, such as <code>user:{userId}:*</code>. A place is a name of letters, digits,
 * {@code _}, {@code .} and {@code -} in braces; a brace has no other use and cannot be escaped.
 */
final class NameTemplate {

    /** A piece of a template: text that stands for itself, or the name of an attribute. */
    record Part(String text, boolean isAttribute) {}

    private static final int MAX_BYTES = 1_024;
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private final String text;
    private final List<Part> parts;

    private NameTemplate(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    static NameTemplate of(String text) {
        Text.check("template", text, MAX_BYTES);
        List<Part> parts = new ArrayList<>();
        int position = 0;
        while (position < text.length()) {
            int opened = text.indexOf('{', position);
            addPlain(text, position, opened < 0 ? text.length() : opened, parts);
            if (opened < 0) {
                break;
            }
            int closed = text.indexOf('}', opened);
            if (closed < 0) {
                throw wrong(text, opened, "opens a '{' that is never closed");
            }
            String name = text.substring(opened + 1, closed);
            if (!ATTRIBUTE.matcher(name).matches()) {
                throw wrong(text, opened + 1, "has no attribute name of 1 to 64 letters, digits, '_', '.' or '-'");
            }
            parts.add(new Part(name, true));
            position = closed + 1;
        }
        return new NameTemplate(text, List.copyOf(parts));
    }

    private static void addPlain(String text, int from, int to, List<Part> parts) {
        int stray = text.substring(from, to).indexOf('}');
        if (stray >= 0) {
            throw wrong(text, from + stray, "closes a '}' that was not opened");
        }
        if (from < to) {
            parts.add(new Part(text.substring(from, to), false));
        }
    }

    private static InvalidKeyException wrong(String text, int position, String what) {
        return new InvalidKeyException("template %s %s at position %d; write places as {name}".formatted(Text.quoted(
                text), what, position));
    }

    List<Part> parts() {
        return parts;
    }

    /** The text with the value of each attribute at its place. */
    String fill(UnaryOperator<String> valueOf) {
        StringBuilder filled = new StringBuilder();
        parts.forEach(part -> filled.append(part.isAttribute() ? valueOf.apply(part.text()) : part.text()));
        return filled.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
